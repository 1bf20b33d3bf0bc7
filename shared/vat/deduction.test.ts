import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../domain/cents.ts';
import { localDate } from '../domain/local-date.ts';
import { parsePeriodKey } from '../domain/period.ts';
import { deductionShapeOn, fitsShape, generalProRata } from './deduction.ts';
import { deductionSeason, listingNihilSeason } from './seasons.ts';

describe('deduction', () => {
  it('changes its shape on 1 July 2024, for the API alone', () => {
    expect(deductionShapeOn(localDate('2024-06-30'))).toBe('whole');
    expect(deductionShapeOn(localDate('2024-07-01'))).toBe('realUse');
    expect(deductionShapeOn(localDate('2027-01-01'), 'portal')).toBe('whole');
  });

  it('knows what each shape can say', () => {
    expect(fitsShape({ adjustedYear: 2025, generalPercentage: 62 }, 'whole')).toBe(true);
    expect(fitsShape({ adjustedYear: 2025, generalPercentage: 62.01 }, 'whole')).toBe(false);
    expect(fitsShape({ adjustedYear: 2025, specialPercentages: [1, 2.5] }, 'whole')).toBe(false);
    expect(fitsShape({ adjustedYear: 2025, specialPercentages: [1, 2, 3, 4, 5], moreSpecial: true }, 'whole')).toBe(false);
    const realUse = { deductible: 100, notDeductible: 0, mixed: 0 };
    expect(fitsShape({ adjustedYear: 2025, realUse }, 'whole')).toBe(false);
    expect(fitsShape({ adjustedYear: 2025, realUse }, 'realUse')).toBe(true);
  });

  it.each([
    [9200_00, 21200_00, 44],
    [57_00, 100_00, 57],
    [57_01, 100_00, 58],
    [1, 9_999_999_999_999, 1],
    [9_999_999_999_999, 9_999_999_999_999, 100],
    [0, 100, 0],
    [1, 0, null],
    [2, 1, null],
  ])('rounds the general pro rata of %i on %i up to %s', (part, all, percent) =>
    expect(generalProRata(cents(part), cents(all))).toBe(percent),
  );

  it('never rounds down, and never by a whole per cent', () => {
    const amount = fc.integer({ min: 1, max: 9_999_999_999_999 });
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [part, all] = [Math.min(one, other), Math.max(one, other)];
        const percent = BigInt(generalProRata(cents(part), cents(all))!);
        expect(percent * BigInt(all) >= BigInt(part) * 100n).toBe(true);
        expect((percent - 1n) * BigInt(all) < BigInt(part) * 100n).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-01', 2025, false],
    ['2026-03', 2025, false],
    ['2026-04', null, false],
    ['2026-12', null, true],
    ['2026-Q1', 2025, false],
    ['2026-Q2', null, false],
    ['2026-Q4', null, true],
  ])('knows the seasons of %s', (key, year, nihil) => {
    const period = parsePeriodKey(key)!;
    expect(deductionSeason(period)).toBe(year);
    expect(listingNihilSeason(period)).toBe(nihil);
    expect(listingNihilSeason(period, true)).toBe(true);
  });
});
