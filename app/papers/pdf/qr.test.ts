import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { epcQr } from '#shared/vat/epc-qr.ts';
import { paymentInstruction } from '#shared/vat/payment.ts';
import { drawQr, qrMatrix } from './qr.ts';
import type { Pdf } from './sheet.ts';

const day = localDate('2026-11-20');
const contentOf = (amount: number, number = '0477472701', name?: string): string => {
  const to = paymentInstruction(number, day);
  return epcQr({ ...to, name: name ?? to.name, amount: cents(amount) }, day)!;
};
// The package's types are those of a module that it is not when Node loads it.
const decode = (typeof jsqr === 'function' ? jsqr : (jsqr as unknown as { default: typeof jsqr }).default) as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null;

/** What the drawing would put on paper, in dots; the last colour of a path counts, as in a PDF. */
function print(content: string, dots: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(dots * dots * 4).fill(255);
  let path: (readonly [number, number, number, number])[] = [];
  const pen = {
    rect: (...box: readonly [number, number, number, number]) => {
      path.push(box);
      return pen;
    },
    fill: (colour: string) => {
      const value = colour === '#000000' ? 0 : 255;
      for (const [x, y, width, height] of path) {
        for (let row = Math.round(y); row < Math.round(y + height); row++) {
          for (let column = Math.round(x); column < Math.round(x + width); column++)
            pixels.fill(value, (row * dots + column) * 4, (row * dots + column) * 4 + 3);
        }
      }
      path = [];
      return pen;
    },
  };
  drawQr(pen as unknown as Pdf, content, 0, 0, dots);
  return pixels;
}

const AMOUNTS = [1, 10, 99, 100, 12_345, 289_800, 99_999_999, 1_234_567_890, 99_999_999_999];

describe('the payment code', () => {
  it.each(AMOUNTS)('as it is drawn is read back, for %i cents', (amount) => {
    const content = contentOf(amount);
    const dots = qrMatrix(content).length * 4;
    expect(decode(print(content, dots), dots, dots)?.data).toBe(content);
  });

  it('is read back at a size that does not divide by its modules, with the longest name', () => {
    const content = contentOf(99_999_999_999, '1000000120', 'Ünïcödé '.repeat(12));
    expect(decode(print(content, 401), 401, 401)?.data).toBe(content);
    expect(qrMatrix(content).length).toBeLessThanOrEqual(69 + 8);
  });
});
