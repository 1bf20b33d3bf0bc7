import { describe, expect, it } from 'vitest';
import { hitsOn, pageText } from './page-text.ts';

const page = pageText(
  [
    ['Avis de ', false],
    ['pai', false],
    ['ement', true],
    ['', true],
    ['À payer avant le 25 ', false],
    ['novembre', false],
  ].map(([str, hasEOL]) => ({ str: str as string, hasEOL: hasEOL as boolean, transform: [1, 0, 0, 1, 0, 0] })),
);

describe('search on a page', () => {
  it('finds words across the runs a document cuts them into', () => {
    expect(hitsOn(page, 'AVIS DE PAIEMENT')).toEqual([
      [
        { run: 0, start: 0, end: 8 },
        { run: 1, start: 0, end: 3 },
        { run: 2, start: 0, end: 5 },
      ],
    ]);
  });
  it('takes the end of a line for a space', () => {
    expect(hitsOn(page, 'paiement a payer')[0]).toEqual([
      { run: 1, start: 0, end: 3 },
      { run: 2, start: 0, end: 5 },
      { run: 4, start: 0, end: 7 },
    ]);
  });
  it('finds every place, and nothing where there is nothing', () => {
    expect(hitsOn(page, 'ay').map(([part]) => part)).toEqual([{ run: 4, start: 3, end: 5 }]);
    expect(hitsOn(page, 'pa')).toHaveLength(2);
    expect(hitsOn(page, 'janvier')).toEqual([]);
    expect(hitsOn(pageText([]), 'x')).toEqual([]);
  });
});
