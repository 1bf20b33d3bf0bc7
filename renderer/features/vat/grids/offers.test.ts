import { describe, expect, it } from 'vitest';
import { grids } from '#shared/vat/testing.ts';
import { offersFor, taxFor, taxLines } from './offers.ts';

describe('tax offered from the bases', () => {
  const amounts = grids({ '01': 1000, '03': 2000, '81': 500, '82': 100, '88': 200, '55': 42 });
  it('stands at empty tax grids only', () => {
    expect([...offersFor(amounts)]).toEqual([
      ['54', 480_00],
      ['59', 126_00],
    ]);
    expect([...offersFor({})]).toEqual([]);
  });
  it('is given for each rate where the bases do not tell it', () => {
    expect(taxLines('54', amounts)?.lines).toEqual([{ rate: null, amount: 480_00 }]);
    expect(taxLines('59', amounts)?.lines).toEqual([
      { rate: 6, amount: 36_00 },
      { rate: 12, amount: 72_00 },
      { rate: 21, amount: 126_00 },
    ]);
    expect(taxLines('61', amounts)).toBeNull();
    expect(taxFor('55', amounts)).toBe(42_00);
    expect(taxFor('56', amounts)).toBeNull();
  });
  it('offers in 56 only the tax on 87 that 57 does not hold already', () => {
    const imported = grids({ '87': 1000, '57': 210 });
    expect([...offersFor(imported)]).toEqual([]);
    expect(taxFor('56', imported)).toBeNull();
    expect(taxFor('56', grids({ '87': 1500, '57': 210 }))).toBe(105_00);
  });
  it('offers nothing in 54 while 61 holds that tax already, as a correction does', () => {
    const corrected = grids({ '03': 1000, '61': 210 });
    expect([...offersFor(corrected)]).toEqual([]);
    expect(taxFor('54', corrected)).toBeNull();
    expect(taxLines('54', corrected)?.lines).toEqual([]);
    expect(taxFor('54', grids({ '03': 1000, '61': 209.99 }))).toBe(210_00);
  });
});
