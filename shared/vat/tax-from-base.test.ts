import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../domain/cents.ts';
import { basesOf, type TaxGrid, taxFromBase, taxOf } from './tax-from-base.ts';
import { arbitraryCents, grids } from './testing.ts';

describe('tax from base', () => {
  it.each([
    // 0.06 × 8.25 = 0.495 → 0.50; one cent less stays below the half.
    [8_25, 6, 50],
    [8_24, 6, 49],
    [2_38, 21, 50],
    [2_37, 21, 50],
    [1, 21, 0],
    [3, 21, 1],
    [50, 21, 11],
    [-50, 21, -11],
    [1234_56, 0, 0],
    [9_999_999_999_999, 21, 2_100_000_000_000],
  ])('%i cents at %i %% give %i', (base, rate, tax) => expect(taxOf(cents(base), rate)).toBe(tax));

  it('rounds to the nearest cent', () => {
    fc.assert(
      fc.property(arbitraryCents(), fc.constantFrom(6, 12, 21), (base, rate) => {
        const distance = taxOf(base, rate) * 100 - base * rate;
        expect(distance).toBeGreaterThan(-50);
        expect(distance).toBeLessThanOrEqual(50);
      }),
    );
  });

  it.each([1.5, -6, 101, Number.NaN])('refuses the rate %s', (rate) => expect(() => taxOf(cents(100), rate)).toThrow(RangeError));

  it('rounds the sales tax once, on the three rates together', () => {
    // 0.0006 + 0.0012 + 0.0021 EUR: nothing alone, nothing together; 8 cents of each: 0.0312 → 0.03.
    expect(taxFromBase('54', grids({ '01': 0.01, '02': 0.01, '03': 0.01 }))).toBe(0);
    expect(taxFromBase('54', grids({ '01': 0.08, '02': 0.08, '03': 0.08 }))).toBe(3);
    expect(taxFromBase('54', grids({ '01': 1000, '02': 500, '03': 100 }), 6)).toBe(141_00);
  });

  it.each<[TaxGrid, number, number]>([
    ['55', 21, 21_00 + 4_20 + 2_10],
    ['56', 6, 3_00],
    ['57', 21, 10_50],
    ['59', 21, 210_00 + 4_20 + 6_30],
    ['63', 12, 3_60],
    ['64', 21, 8_40],
  ])('proposes %s at %i %% from its bases', (grid, rate, tax) => {
    const amounts = grids({ '49': 40, '81': 500, '82': 300, '83': 200, '84': 20, '85': 30, '86': 100, '87': 50, '88': 10 });
    expect(taxFromBase(grid, amounts, rate)).toBe(tax);
  });

  it('never proposes less than nothing, and names the bases', () => {
    expect(taxFromBase('55', grids({ '86': -100 }))).toBe(0);
    expect(basesOf('54')).toEqual(['01', '02', '03']);
    expect(basesOf('59')).toEqual(['81', '82', '83', '84', '85']);
  });
});
