import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import * as jsqr from 'jsqr';
import { formatAmount } from '#shared/domain/cents.ts';
import type { Guichet } from '../harness/launch.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';

interface Pixels {
  readonly data: number[];
  readonly side: number;
}

/** The payment code as it is drawn in the window, magnified. */
const drawn = (page: Page): Promise<Pixels> =>
  page.evaluate(() => {
    const SCALE = 5;
    const code = document.querySelector<SVGSVGElement>('[data-testid="payment-qr"]')!;
    const side = code.viewBox.baseVal.width * SCALE;
    const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
    const paper = canvas.getContext('2d')!;
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, side, side);
    paper.scale(SCALE, SCALE);
    paper.fillStyle = '#000';
    paper.fill(new Path2D(code.querySelector('path')!.getAttribute('d')!));
    return { data: [...paper.getImageData(0, 0, side, side).data], side };
  });

// Its types speak of a default, its file is a function.
const read = (jsqr as unknown as { default: (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null }).default;

/** Plays the system: what would be opened is written down instead. */
const watchOpened = ({ app }: Guichet) =>
  app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { guichetOpened: opened });
    shell.openPath = async (file) => {
      opened.push(file);
      return '';
    };
  });
const opened = ({ app }: Guichet): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as { guichetOpened: string[] }).guichetOpened);

/** The return on the screen: its payment code read as a bank does, and its letter for the client. */
export async function makePapers(guichet: Guichet): Promise<string> {
  const { page } = guichet;
  await page.getByTestId('payment-qr').waitFor();
  const { data, side } = await drawn(page);
  const lines = read(Uint8ClampedArray.from(data), side, side)?.data.split('\n') ?? [];
  const id = /#\/vat\/return\/([^/?]+)/.exec(page.url())![1]!;
  const { payment } = await guichet.call('vat.get', { id });
  if (!payment || lines[0] !== 'BCD' || !lines.includes(payment.iban)) throw new Error(`the code says ${lines.join(' | ')}`);
  await watchOpened(guichet);
  for (const [index, paper] of ['letter', 'xlsx'].entries()) {
    await page.getByTestId(`paper-open-${paper}`).click();
    await eventually(async () => ((await opened(guichet)).length > index ? true : undefined));
  }
  await page.getByTestId('payment').scrollIntoViewIfNeeded();
  await screenshot(page, 'tour', '16-papers');
  const files = (await opened(guichet)).map(
    (file) => `${path.extname(file).slice(1)} of ${(readFileSync(file).length / 1000).toFixed(0)} kB`,
  );
  return `the code asks ${formatAmount(payment.amount)} to ${payment.iban}; letter and workbook: ${files.join(', ')}`;
}
