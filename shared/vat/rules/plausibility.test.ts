import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBalance } from '../balance.ts';
import { arbitraryGrids, grids, onTime, vatReturn } from '../testing.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { evaluate } from './evaluate.ts';

type Euros = Readonly<Partial<Record<Grid, number>>>;

const idsOf = (amounts: GridAmounts): string[] => evaluate(vatReturn({ grids: withBalance(amounts) }), onTime).map((found) => found.id);
const rawIds = (amounts: GridAmounts): string[] => evaluate(vatReturn({ grids: amounts }), onTime).map((found) => found.id);

/** One cent either side of every limit: the last return that passes, the first that does not. */
const BOUNDARIES: readonly (readonly [id: string, passes: Euros, fires: Euros])[] = [
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000, '54': 5188 }, { '03': 25000, '54': 5187.99 }],
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '01': 1000, '02': 500, '03': 100, '54': 79 }, { '01': 1000, '02': 500, '03': 100, '54': 78.99 }],
  // 21 % of 0.01 more base is a fifth of a cent: the limit lies between two cents.
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000, '54': 5188 }, { '03': 25000.01, '54': 5188 }],
  ['W_TVA_GRID_54O_INCORRECT_VALUE', { '03': 25000 }, { '03': 25000, '54': 0.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 250 }, { '87': 250.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE', { '87': 5000, '57': 0.01 }, { '87': 5000 }],
  [
    'W_TVA_GRID_5657_INCORRECT_VALUE_2',
    { '87': 1000, '85': 100, '56': 200, '57': 181 },
    { '87': 1000, '85': 100, '56': 200, '57': 181.01 },
  ],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 200, '88': 50 }, { '86': 200, '88': 50.01 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE', { '86': 5000, '55': 0.01 }, { '86': 5000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '81': 10000, '59': 5099.99 }, { '81': 10000, '59': 5100 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '82': 200000, '59': 51999.99 }, { '82': 200000, '59': 52000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '83': 10000000, '59': 2199999.99 }, { '83': 10000000, '59': 2200000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '59': 2999.99 }, { '59': 3000 }],
  ['W_TVA_GRID_59_INCORRECT_VALUE', { '84': 5000, '85': 5000, '59': 5099.99 }, { '84': 5000, '85': 5000, '59': 5100 }],
  ['W_TVA_GRID_64_INCORRECT_VALUE', { '49': 1000, '64': 272 }, { '49': 1000, '64': 272.01 }],
  ['W_TVA_GRID_64_INCORRECT_VALUE', { '64': 62 }, { '64': 62.01 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '86': 10000, '88': 5000, '55': 750 }, { '86': 10000, '88': 5000, '55': 749.99 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_3', { '86': 2500 }, { '86': 2500.01 }],
  ['W_TVA_GRID_5657_INCORRECT_VALUE_3', { '87': 10000, '56': 450 }, { '87': 10000, '56': 449.99 }],
  ['W_TVA_GRID_55_INCORRECT_VALUE_2', { '84': 100, '86': 500, '88': 400, '55': 360 }, { '84': 100, '86': 500, '88': 400, '55': 360.01 }],
  ['C', { '86': 1, '55': 0.01 }, { '86': 0.01 }],
  ['D', { '87': 1, '57': 0.01 }, { '87': 0.01 }],
  ['O', { '03': 1000, '54': 148 }, { '03': 1000, '54': 147.99 }],
  ['O', { '03': 1000, '54': 272 }, { '03': 1000, '54': 272.01 }],
  ['P', { '86': 1000, '55': 272 }, { '86': 1000, '55': 272.01 }],
  ['Q', { '87': 1000, '56': 272 }, { '87': 1000, '56': 272.01 }],
  ['S', { '81': 1000, '59': 500 }, { '81': 1000, '59': 500.01 }],
  ['T', { '85': 1000, '63': 272 }, { '85': 1000, '63': 272.01 }],
  ['U', { '49': 1000, '64': 272 }, { '49': 1000, '64': 272.01 }],
  ['AC', { '88': 99999 }, { '88': 99999.01 }],
  ['AC', { '88': 1000000, '82': 10000.01 }, { '88': 1000000, '82': 10000 }],
  ['AD', { '44': 99999 }, { '44': 99999.01 }],
  ['AD', { '44': 2000000, '03': 10000.01 }, { '44': 2000000, '03': 10000 }],
  ['L_INCLUDED', { '81': 100, '86': 50, '87': 50 }, { '81': 100, '86': 50, '87': 50.01 }],
];

describe('plausibility and advice', () => {
  it.each(BOUNDARIES)('%s passes %o and fires on %o', (id, passes, fires) => {
    expect(idsOf(grids(passes))).not.toContain(id);
    expect(idsOf(grids(fires))).toContain(id);
  });

  it('tells an absent grid from a grid of zero where the rule asks for presence', () => {
    expect(rawIds(grids({ '03': 25000, '54': 0 }))).toContain('W_TVA_GRID_54O_INCORRECT_VALUE');
    expect(rawIds(grids({ '03': 25000 }))).not.toContain('W_TVA_GRID_54O_INCORRECT_VALUE');
    expect(rawIds(grids({ '86': 1000, '55': 0 }))).not.toContain('W_TVA_GRID_55_INCORRECT_VALUE');
    expect(rawIds(grids({ '86': 1000 }))).toContain('W_TVA_GRID_55_INCORRECT_VALUE');
    expect(rawIds(grids({ '87': 1000, '56': 0, '57': 0 }))).toContain('W_TVA_GRID_5657_INCORRECT_VALUE');
  });

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
