import { describe, expect, it } from 'vitest';
import { cents } from '#shared/domain/cents.ts';
import { offered, rowsFor, sumsOf } from './batch-actions.ts';

const row = (state: Parameters<typeof rowsFor>[0][number]['state'], balance: number | null = null) => ({
  state,
  balance: balance === null ? null : cents(balance),
});

describe('actions over many returns', () => {
  it('offer only what some return is ready for', () => {
    expect(offered([row('ready'), row('approved'), row('queued'), row('proven')])).toEqual([
      { action: 'approve', count: 1 },
      { action: 'file', count: 2 },
    ]);
    expect(offered([row('unknown'), row('refused'), row('sending')])).toEqual([]);
  });
  it('never make a draft with a balance nil', () => {
    expect(rowsFor([row(null), row('draft', 0), row('draft', 1)], 'nil')).toHaveLength(2);
  });
  it('sum what is to pay and what is owed apart', () => {
    expect(sumsOf([row('draft', 500), row('draft', -200), row(null), row('draft', 70)])).toEqual({ pay: 570, credit: 200 });
  });
});
