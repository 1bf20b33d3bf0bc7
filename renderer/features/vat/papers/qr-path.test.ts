import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

const SCALE = 4;

/** The path as a picture: dark squares on white. */
function picture({ path, size }: ReturnType<typeof qrPath>): { data: Uint8ClampedArray; side: number } {
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < SCALE; row++) {
      const from = ((Number(y) * SCALE + row) * side + Number(x) * SCALE) * 4;
      for (let at = from; at < from + SCALE * 4; at++) if (at % 4 !== 3) data[at] = 0;
    }
  return { data, side };
}

describe('the payment code on the screen', () => {
  it('reads as the transfer it was made of', () => {
    const content = [
      ...['BCD', '002', '1', 'SCT', 'GEBABEBB', 'Compte-provisions TVA', 'BE41679200364210', 'EUR2898.00', ''],
      ...['+++010/0000/16956+++', ''],
    ].join('\n');
    const { data, side } = picture(qrPath(content));
    expect(jsQR(data, side, side)?.data).toBe(content);
  });
});
