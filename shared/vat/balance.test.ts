import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../domain/cents.ts';
import { totals, withBalance, withoutBalance } from './balance.ts';
import { isNil, nilGrids } from './nil.ts';
import { arbitraryGrids, grids } from './testing.ts';

describe('balance', () => {
  it('gives what is owed in 71 and what is due back in 72', () => {
    expect(totals(grids({ '54': 5670, '59': 2772 })).balance).toEqual({ grid: '71', cents: 289800 });
    expect(totals(grids({ '54': 1260, '59': 7140 })).balance).toEqual({ grid: '72', cents: 588000 });
    expect(totals(grids({ '54': 100, '59': 100 })).balance).toEqual({ grid: '71', cents: 0 });
    expect(totals(grids({ '55': 1, '56': 2, '57': 3, '61': 4, '63': 5, '62': 6, '64': 7 }))).toMatchObject({ xx: 1500, yy: 1300 });
  });

  it('always sends exactly one of 71 and 72, whatever stood there, and is stable', () => {
    fc.assert(
      fc.property(arbitraryGrids(), (input) => {
        const sent = withBalance({ ...input, '72': cents(1) });
        const { xx, yy } = totals(input);
        expect([sent['71'], sent['72']].filter((value) => value !== undefined)).toHaveLength(1);
        expect((sent['71'] ?? 0) - (sent['72'] ?? 0)).toBe(xx - yy);
        expect(withBalance(sent)).toEqual(sent);
        expect(withoutBalance(sent)).not.toHaveProperty('71');
      }),
    );
  });

  it('leaves zero grids out, except the balance and an explicit 00', () => {
    expect(withBalance(grids({ '03': 0, '54': 0 }))).toEqual({ '71': 0 });
    expect(withBalance(grids({ '00': 0 }))).toEqual({ '00': 0, '71': 0 });
  });

  it('knows a nil return', () => {
    expect(nilGrids()).toEqual({ '71': 0 });
    expect(nilGrids(true)).toEqual({ '00': 0, '71': 0 });
    expect(isNil(nilGrids(true))).toBe(true);
    expect(isNil(grids({ '03': 1 }))).toBe(false);
  });
});
