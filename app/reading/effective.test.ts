import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { effective, type Said } from './effective.ts';

const modifiedOn = localDate('2026-11-20');
const HOURS = { count: 48, unit: 'hours' } as const;
const due = (person: Said, machine: Said, label: typeof HOURS | null = HOURS) => {
  const { dueOn, dueBy } = effective({ person, machine, label, modifiedOn });
  return [dueOn, dueBy];
};

describe('what counts', () => {
  it('is a person’s word, else the machine’s, else the label’s; a date before a delay', () => {
    expect(due({}, {})).toEqual(['2026-11-22', 'label']);
    expect(due({}, { delay: '15d' })).toEqual(['2026-12-05', 'machine']);
    expect(due({}, { delay: '15d', dueOn: '2026-12-01' })).toEqual(['2026-12-01', 'machine']);
    expect(due({ delay: '1m' }, { dueOn: '2026-12-01' })).toEqual(['2026-12-20', 'person']);
    expect(due({}, {}, null)).toEqual([null, null]);
  });

  it('ends with a person’s "none", but for a date that stands beside a delay', () => {
    expect(due({ dueOn: null }, { dueOn: '2026-12-01', delay: '15d' })).toEqual([null, 'person']);
    expect(due({ delay: null }, { dueOn: '2026-12-01', delay: '15d' })).toEqual(['2026-12-01', 'machine']);
    expect(due({ delay: null }, { delay: '15d' })).toEqual([null, 'person']);
  });

  it('says who named the amount', () => {
    const amount = (person: Said, machine: Said) => {
      const found = effective({ person, machine, label: null, modifiedOn });
      return [found.amount, found.amountBy];
    };
    expect(amount({}, { amount: '1250' })).toEqual([1250, 'machine']);
    expect(amount({ amount: '900' }, { amount: '1250' })).toEqual([900, 'person']);
    expect(amount({ amount: null }, { amount: '1250' })).toEqual([null, 'person']);
    expect(amount({}, {})).toEqual([null, null]);
  });
});
