import { describe, expect, it } from 'vitest';
import { addDays, brusselsDate, isLocalDate, localDate, weekday } from './local-date.ts';
import { lastDay, lastEnded, parsePeriodKey, periodKey, shiftPeriod } from './period.ts';

describe('period', () => {
  it('round-trips its key', () => {
    for (const key of ['2026-01', '2026-12', '2026-Q1', '2026-Q4']) expect(periodKey(parsePeriodKey(key)!)).toBe(key);
    for (const key of ['2026-13', '2026-00', '2026-Q5', '26-01', '']) expect(parsePeriodKey(key)).toBeNull();
  });
  it('steps over year ends', () => {
    expect(periodKey(shiftPeriod({ year: 2026, month: 1 }, -1))).toBe('2025-12');
    expect(periodKey(shiftPeriod({ year: 2025, quarter: 4 }, 1))).toBe('2026-Q1');
    expect(lastDay({ year: 2028, month: 2 })).toBe('2028-02-29');
    expect(periodKey(lastEnded('quarter', localDate('2026-11-23')))).toBe('2026-Q3');
    expect(periodKey(lastEnded('month', localDate('2026-01-05')))).toBe('2025-12');
  });
});

describe('local date', () => {
  it('is the Brussels day, not the UTC day', () => {
    expect(brusselsDate(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(brusselsDate(Date.parse('2026-12-31T22:30:00Z'))).toBe('2026-12-31');
  });
  it('knows the calendar', () => {
    expect(isLocalDate('2026-02-30')).toBe(false);
    expect(addDays(localDate('2026-02-28'), 1)).toBe('2026-03-01');
    expect(weekday(localDate('2026-11-23'))).toBe(1);
  });
});
