import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../domain/local-date.ts';
import { amount, totals } from './balance.ts';
import { addCarried, asSent, NET_GRIDS, splitNetNegative } from './net-negative.ts';
import { evaluate } from './rules/evaluate.ts';
import { arbitraryCents, arbitraryGrids, grids, vatReturn } from './testing.ts';
import type { GridAmounts } from './types.ts';

const today = localDate('2026-07-10');
const anyDraft = fc.tuple(arbitraryGrids(), fc.dictionary(fc.constantFrom(...NET_GRIDS), arbitraryCents())).map(
  ([positive, negative]): GridAmounts => ({
    ...positive,
    ...Object.fromEntries(Object.entries(negative).map(([grid, value]) => [grid, -value])),
  }),
);

describe('net negative bases', () => {
  it('knows the six grids that are net of credit notes received', () => {
    expect([...NET_GRIDS].sort()).toEqual(['81', '82', '83', '86', '87', '88']);
  });

  it('leaves them out of what is sent and carries them, losing no cent and no tax', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { sent, carriedForward } = splitNetNegative(draft);
        expect(Object.values(sent).every((value) => value >= 0)).toBe(true);
        for (const grid of NET_GRIDS) expect(amount(sent, grid) + amount(carriedForward ?? {}, grid)).toBe(amount(draft, grid));
        expect(asSent(draft).grids[totals(draft).balance.grid]).toBe(totals(draft).balance.cents);
        expect(addCarried(sent, carriedForward ?? {})).toEqual(draft);
      }),
    );
  });

  it('takes the remainder into the next draft', () => {
    expect(addCarried(grids({ '81': 500 }), grids({ '81': -120.5 }))).toEqual({ '81': 379_50 });
    expect(addCarried(grids({ '81': 100 }), grids({ '81': -100, '86': -3 }))).toEqual({ '86': -3_00 });
  });

  it('gives advice that names the amounts, and blocks nothing', () => {
    const [found, ...others] = evaluate(vatReturn(asSent(grids({ '81': -1234.5, '86': -0.01, '85': 2000, '63': 420 }))), { today });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ id: 'L_NEGATIVE_NET', severity: 'advice', grids: ['81', '86'] });
    expect(found?.message.fr).toContain('81 = -1.234,50; 86 = -0,01');
  });

  it('still blocks every other negative amount', () => {
    const ids = evaluate(vatReturn(asSent(grids({ '84': -1, '59': -0.01 }))), { today }).map(({ id }) => id);
    expect(ids).toContain('B_NONNEG');
  });
});
