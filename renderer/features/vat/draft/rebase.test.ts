import { describe, expect, it } from 'vitest';
import type { ReturnContent } from '#shared/contract/vat.ts';
import { cents } from '#shared/domain/cents.ts';
import { clashes, rebase } from './rebase.ts';

const content = (grids: Record<string, number>, more: Partial<ReturnContent> = {}): ReturnContent => ({
  grids: Object.fromEntries(Object.entries(grids).map(([grid, amount]) => [grid, cents(amount)])),
  clientListingNihil: false,
  restitution: false,
  justifications: [],
  ...more,
});

describe('my changes upon those of somebody else', () => {
  const base = content({ '03': 100, '54': 21, '82': 5 });

  it('keeps the amounts both typed, and mine in the same grid', () => {
    const mine = content({ '03': 100, '45': 777, '54': 22, '82': 5 });
    const theirs = content({ '02': 1111, '03': 100, '54': 23, '82': 5 });
    expect(rebase(base, mine, theirs).grids).toEqual({ '02': 1111, '03': 100, '45': 777, '54': 22, '82': 5 });
  });

  it('names the grids both changed, and lets theirs stand where I say so', () => {
    const mine = content({ '54': 22, '82': 6, '83': 1 });
    const theirs = content({ '03': 200, '54': 23, '83': 1 });
    expect(clashes(base, mine, theirs)).toEqual([
      { grid: '03', mine: null, theirs: 200 },
      { grid: '82', mine: 6, theirs: null },
      { grid: '54', mine: 22, theirs: 23 },
    ]);
    expect(rebase(base, mine, theirs, new Set(['03', '82'])).grids).toEqual({ '03': 200, '54': 22, '83': 1 });
    expect(clashes(base, mine, content({ '03': 100, '54': 22, '82': 5 }))).toEqual([]);
  });

  it('tells a grid taken out from one never touched', () => {
    expect(rebase(base, content({ '03': 100, '54': 21 }), content({ '03': 100, '82': 5 })).grids).toEqual({ '03': 100 });
  });

  it('keeps statements and justifications of either side', () => {
    const mine = content({}, { restitution: true, justifications: [{ code: 'W_A', comment: 'mine' }] });
    const theirs = content({}, { comment: 'theirs', justifications: [{ code: 'W_B', comment: 'theirs' }] });
    expect(rebase(content({}), mine, theirs)).toEqual(
      content(
        {},
        {
          restitution: true,
          comment: 'theirs',
          justifications: [
            { code: 'W_A', comment: 'mine' },
            { code: 'W_B', comment: 'theirs' },
          ],
        },
      ),
    );
  });
});
