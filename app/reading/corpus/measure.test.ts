import { describe, expect, it } from 'vitest';
import { readDocument } from '../extract/read-document.ts';
import { HELD_OUT } from './test-layouts-held-out.ts';
import { MONEY_LAYOUTS } from './test-layouts-money.ts';
import { TIME_LAYOUTS } from './test-layouts-time.ts';
import { OTHER_WORDS } from './test-layouts-words.ts';
import { simulatorLetters } from './test-letters.ts';
import { type Measured, measure, precision, recall } from './test-measure.ts';

/** Not below these, all kinds together; what falls is named. */
function hold({ all, misses }: Measured, floors: { precision: number; recall: number }): void {
  expect(precision(all), JSON.stringify(misses)).toBeGreaterThanOrEqual(floors.precision);
  expect(recall(all), JSON.stringify(misses)).toBeGreaterThanOrEqual(floors.recall);
}

describe('how well letters are read', () => {
  it('on the letters of the simulator', async () => {
    const measured = await measure(simulatorLetters(1, 7));
    hold(measured, { precision: 0.98, recall: 0.95 });
    // Each kind by itself, so that a rare one cannot fail unseen.
    for (const figures of Object.values(measured.byKind)) hold({ ...measured, all: figures }, { precision: 0.95, recall: 0.9 });
  });

  it('on awkward layouts and in other words', async () => {
    const samples = [...MONEY_LAYOUTS, ...TIME_LAYOUTS];
    expect(samples.length).toBeGreaterThanOrEqual(24);
    hold(await measure(samples), { precision: 0.98, recall: 0.95 });
    hold(await measure(OTHER_WORDS), { precision: 0.98, recall: 0.95 });
  });

  it('on letters it was never tuned to', async () => {
    hold(await measure(HELD_OUT), { precision: 0.85, recall: 0.7 });
  });
});

const factsOf = async (name: string) => {
  const sample = [...MONEY_LAYOUTS, ...TIME_LAYOUTS].find((each) => each.name === name)!;
  return (await readDocument(await sample.bytes(), sample.mimeType)).facts;
};
const fact = async (name: string, kind: string) => (await factsOf(name)).find((each) => each.kind === kind)!;

describe('where a fact stands', () => {
  it('is the place on the page as it is drawn', async () => {
    const { page, boxes, written } = await fact('table without lines', 'amount');
    expect({ page, written, count: boxes.length }).toEqual({ page: 1, written: '1.050,00', count: 1 });
    expect(boxes[0]!.x).toBeCloseTo(330 / 595.28, 2);
    expect(boxes[0]!.y).toBeCloseTo((160 + 3 * 16) / 841.89, 2);
    expect(boxes[0]!.width).toBeCloseTo(38.9 / 595.28, 2);
    expect(boxes[0]!.height).toBeCloseTo(10.5 / 841.89, 2);
  });

  it('is on the page as it is shown, when that is turned or its text is', async () => {
    const turned = await fact('page turned a quarter', 'amount');
    // Shown lying: wider than high, and the words run along its length.
    expect(turned.boxes[0]!.width * 841.89).toBeGreaterThan(turned.boxes[0]!.height * 595.28);
    const [box] = (await fact('upside down', 'amount')).boxes;
    expect(box!.y).toBeGreaterThan(0.75);
    expect(box!.x + box!.width).toBeLessThan(0.85);
  });

  it('has a box for each line, and the page it is on', async () => {
    const account = await fact('account over two lines', 'iban');
    expect(account.boxes).toHaveLength(2);
    expect(account.boxes[1]!.y).toBeGreaterThan(account.boxes[0]!.y);
    expect(account.written).toBe('BE22 6792 0030 0047');
    expect((await fact('payment slip on the second page', 'communication')).page).toBe(2);
  });
});
