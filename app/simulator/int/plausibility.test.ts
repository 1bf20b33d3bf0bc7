import { describe, expect, it } from 'vitest';
import { implausible } from './plausibility.ts';

/** Euros, to keep the thresholds readable. */
const of = (amounts: Record<string, number>): string[] =>
  implausible(Object.fromEntries(Object.entries(amounts).map(([grid, euros]) => [grid, Math.round(euros * 100)])));

const W = 'W_TVA_GRID_';

describe('plausibility rules', () => {
  it.each([
    [`${W}54O_INCORRECT_VALUE`, { '03': 1000, '54': 147.99 }, { '03': 1000, '54': 148 }],
    [`${W}54O_INCORRECT_VALUE`, { '01': 1000, '02': 1000, '54': 117.99 }, { '01': 1000, '02': 1000 }],
    [`${W}5657_INCORRECT_VALUE`, { '87': 250.01 }, { '87': 250 }],
    [`${W}5657_INCORRECT_VALUE_2`, { '87': 1000, '56': 200, '57': 160.01 }, { '87': 900, '85': 100, '56': 360 }],
    [`${W}55_INCORRECT_VALUE`, { '88': 250.01 }, { '88': 250 }],
    [`${W}55_INCORRECT_VALUE`, { '86': 200, '88': 60 }, { '86': 200, '88': 60, '55': 0 }],
    [`${W}59_INCORRECT_VALUE`, { '82': 10_000, '59': 5100 }, { '82': 10_000, '59': 5099.99 }],
    [`${W}59_INCORRECT_VALUE`, { '82': 2_000_000, '59': 520_000 }, { '82': 2_000_000, '59': 519_999.99 }],
    [`${W}59_INCORRECT_VALUE`, { '59': 3000 }, { '59': 2999.99 }],
    [`${W}59_INCORRECT_VALUE`, { '82': 10_000_000, '59': 2_200_000 }, { '82': 10_000_000, '59': 2_199_999.99 }],
    [`${W}64_INCORRECT_VALUE`, { '49': 100, '64': 83.01 }, { '49': 100, '64': 83 }],
    [`${W}55_INCORRECT_VALUE_3`, { '86': 5000, '55': 149.99 }, { '86': 5000, '55': 150 }],
    [`${W}5657_INCORRECT_VALUE_3`, { '87': 5000, '57': 149.99 }, { '87': 5000, '57': 150 }],
    [`${W}55_INCORRECT_VALUE_2`, { '84': 100, '55': 171.01 }, { '84': 100, '55': 171 }],
  ])('%s fires just beyond its limit', (id, beyond, within) => {
    expect(of(beyond as Record<string, number>)).toContain(id);
    expect(of(within as Record<string, number>)).not.toContain(id);
  });

  it('needs 5 per cent as well between 3 000 and 100 000 EUR', () => {
    expect(of({ '82': 100_000, '59': 25_999 })).toEqual([]);
    expect(of({ '82': 100_000, '59': 26_000 })).toEqual([`${W}59_INCORRECT_VALUE`]);
  });

  it('is silent on a nil return', () => {
    expect(of({ '71': 0 })).toEqual([]);
  });
});
