import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBalance } from '../balance.ts';
import { arbitraryGrids, onTime, vatReturn } from '../testing.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { evaluate } from './evaluate.ts';

const idsOf = (amounts: GridAmounts): string[] => evaluate(vatReturn({ grids: withBalance(amounts) }), onTime).map((found) => found.id);

describe('plausibility and advice', () => {
  it('agrees with the formulas in exact rational arithmetic on any return', () => {
    fc.assert(
      fc.property(arbitraryGrids(), (amounts) => {
        const fired = new Set(idsOf(amounts));
        for (const [id, expected] of Object.entries(oracle(withBalance(amounts)))) expect(fired.has(id), id).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with the formulas close to the limits', () => {
    const small = fc.dictionary(
      fc.constantFrom<Grid>('01', '03', '44', '49', '54', '55', '56', '57', '59', '63', '64', '81', '84', '85', '86', '87', '88'),
      fc
        .constantFrom(0.01, 62, 62.01, 149.99, 150, 250, 250.01, 500, 1000, 3000, 5100, 99999, 100000)
        .map((euros) => Math.round(euros * 100)),
    ) as fc.Arbitrary<GridAmounts>;
    fc.assert(
      fc.property(small, (amounts) => {
        const fired = new Set(idsOf(amounts));
        for (const [id, expected] of Object.entries(oracle(withBalance(amounts)))) expect(fired.has(id), id).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

/** The formulas once more, written with big integers in ten-thousandths of a euro: cents times whole per cents. */
function oracle(amounts: GridAmounts): Record<string, boolean> {
  const a = (...of: Grid[]): bigint => of.reduce((sum, grid) => sum + BigInt(amounts[grid] ?? 0), 0n);
  const has = (grid: Grid): boolean => amounts[grid] !== undefined;
  const euro = (euros: bigint): bigint => euros * 10_000n;
  const sales = a('01') * 6n + a('02') * 12n + a('03') * 21n;
  const bases = a('81', '82', '83', '84', '85');
  const excess59 = a('59') * 100n - bases * 21n;
  const gap = sales - a('54') * 100n;
  return {
    W_TVA_GRID_54O_INCORRECT_VALUE: has('54') && gap > euro(62n),
    W_TVA_GRID_5657_INCORRECT_VALUE: a('87') > 25000n && a('56') === 0n && a('57') === 0n,
    W_TVA_GRID_5657_INCORRECT_VALUE_2: a('56', '57') * 100n - a('85', '87') * 21n > euro(150n),
    W_TVA_GRID_55_INCORRECT_VALUE: !has('55') && (has('86') || has('88')) && a('86', '88') > 25000n,
    W_TVA_GRID_59_INCORRECT_VALUE:
      excess59 >= euro(100_000n) || (excess59 >= euro(3000n) && (bases === 0n || excess59 * 100n >= bases * 100n * 5n)),
    W_TVA_GRID_64_INCORRECT_VALUE: has('64') && a('64') * 100n - a('49') * 21n > euro(62n),
    W_TVA_GRID_55_INCORRECT_VALUE_3: a('86', '88') * 6n - a('55') * 100n > euro(150n),
    W_TVA_GRID_5657_INCORRECT_VALUE_3: a('87') * 6n - a('56', '57') * 100n > euro(150n),
    W_TVA_GRID_55_INCORRECT_VALUE_2: a('55') * 100n - a('84', '86', '88') * 21n > euro(150n),
    C: a('86', '88') > 0n && a('55') === 0n,
    D: a('87') > 0n && a('56', '57') === 0n,
    O: (gap < 0n ? -gap : gap) > euro(62n),
    P: a('55') * 100n - a('84', '86', '88') * 21n > euro(62n),
    Q: a('56', '57') * 100n - a('85', '87') * 21n > euro(62n),
    S: a('59') * 2n > bases,
    T: a('63') * 100n > a('85') * 21n + euro(62n),
    U: a('64') * 100n > a('49') * 21n + euro(62n),
    AC: a('88') > 9_999_900n && a('88') >= 100n * a('81', '82', '83', '84'),
    AD: a('44') > 9_999_900n && a('44') >= 200n * a('00', '01', '02', '03', '45', '46', '47', '48', '49'),
    L_INCLUDED: a('86', '87', '88') > a('81', '82', '83'),
  };
}
