import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { grids } from '#shared/vat/testing.ts';
import { compareRows, through } from './compare-rows.ts';
import { outlierText } from './outlier-text.ts';

const past = (periodKey: string, amounts: Parameters<typeof grids>[0]) => ({ periodKey, grids: { ...grids(amounts) } });

describe('the comparison', () => {
  const comparison = {
    previous: past('2026-09', { '03': 100, '54': 21, '71': 21 }),
    lastYear: null,
    average: { returns: 3, grids: { ...grids({ '03': 200, '82': 50 }) } },
    history: [past('2026-08', { '59': 10, '72': 10 }), past('2026-09', { '03': 100, '54': 21, '71': 21 })],
    outliers: [],
  };
  it('has a line for each grid of now or then, with the balance as it is computed now', () => {
    const rows = compareRows(grids({ '03': 300, '54': 63, '00': 0 }), comparison);
    expect(rows.map(({ grid, now, previous, average, change }) => [grid, now, previous, average, change])).toEqual([
      ['03', 300_00, 100_00, 200_00, 50],
      ['82', null, null, 50_00, -100],
      ['54', 63_00, 21_00, null, null],
      ['71', 63_00, 21_00, null, null],
    ]);
  });
  it('follows a grid and the balance through the past', () => {
    expect(through(comparison.history, 'balance').map(({ amount }) => amount)).toEqual([-10_00, 21_00]);
    expect(through(comparison.history, '03').map(({ amount }) => amount)).toEqual([0, 100_00]);
  });
  it('says in words what is unusual', () => {
    const t = createTranslator('en');
    const outlier = { grid: '82', now: cents(408_000), usual: cents(120_000) } as const;
    expect(outlierText({ ...outlier, kind: 'high', ratio: 3.4 }, t)).toBe('82 is 3,4 times the usual 1.200,00.');
    expect(outlierText({ ...outlier, kind: 'new', usual: cents(0), ratio: null }, t)).toContain('4.080,00');
  });
});
