import { describe, expect, it } from 'vitest';
import { grids } from '#shared/vat/testing.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { outliers } from './outliers.ts';

const usual = { '03': 40_000, '54': 8_400, '81': 10_000, '59': 2_100 };
const past = (count: number, amounts: Parameters<typeof grids>[0] = usual): GridAmounts[] =>
  Array.from({ length: count }, () => grids(amounts));
const told = (now: Parameters<typeof grids>[0], before: GridAmounts[], lastYear: GridAmounts | null = null) =>
  outliers(grids(now), before, lastYear).map(({ grid, kind, ratio }) => [grid, kind, ratio]);

describe('outliers', () => {
  it('tell nothing of a usual return, nor of one without a past', () => {
    expect(told({ ...usual, '03': 55_000, '54': 11_550 }, past(6))).toEqual([]);
    expect(told({ '03': 900_000, '54': 189_000 }, [])).toEqual([]);
  });

  it('tell what is far above or below, and the base alone where its tax follows', () => {
    expect(told({ ...usual, '03': 120_000, '54': 25_200 }, past(6))).toEqual([['03', 'high', 3]]);
    expect(told({ ...usual, '81': 3_000, '59': 630 }, past(6))).toEqual([['81', 'low', 0.3]]);
    // The tax alone: a slip that the base does not explain.
    expect(told({ ...usual, '59': 21_000 }, past(6))).toEqual([['59', 'high', 10]]);
  });

  it('tell a grid used for the first time and one that is missing', () => {
    expect(told({ ...usual, '46': 5_000 }, past(4))).toEqual([['46', 'new', null]]);
    expect(outliers(grids({ ...usual, '46': 5_000 }), past(4), null, new Set(['46'] as const))).toEqual([]);
    expect(told({ '03': 40_000, '54': 8_400 }, past(4))).toEqual([['81', 'missing', 0]]);
  });

  it('tell of one or two former returns no more than a slip of the comma', () => {
    expect(told({ '03': 120_000, '54': 25_200, '46': 9_000 }, past(2))).toEqual([]);
    expect(told({ ...usual, '03': 400_000, '54': 84_000 }, past(1))).toEqual([['03', 'high', 10]]);
  });

  it('are not moved by one strange return of the past, nor by small sums', () => {
    const odd = [...past(5), grids({ ...usual, '03': 4_000_000 })];
    expect(told({ ...usual, '03': 10_000, '54': 2_100 }, odd)).toEqual([['03', 'low', 0.25]]);
    expect(told({ ...usual, '49': 900, '64': 189 }, past(6))).toEqual([]);
    expect(told({ ...usual, '82': 1_700 }, past(6, { ...usual, '82': 800 }))).toEqual([]);
  });

  it('find nothing strange in what came in the same period of last year', () => {
    const december = grids({ ...usual, '03': 118_000, '54': 24_780 });
    expect(told({ ...usual, '03': 120_000, '54': 25_200 }, past(11), december)).toEqual([]);
    expect(told({ '03': 40_000, '54': 8_400 }, past(11), grids({ '03': 40_000, '54': 8_400 }))).toEqual([]);
  });

  it('leave alone grids that repeat others, and a form nobody has filled in', () => {
    expect(told({ ...usual, '86': 9_000 }, past(6))).toEqual([]);
    expect(told({}, past(6))).toEqual([]);
  });
});
