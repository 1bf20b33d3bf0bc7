import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { pressing, timeTo } from './countdown.ts';

const row = (state: 'draft' | 'proven' | 'refused' | null, due: string) => ({ state, due: localDate(due) });

describe('the countdown over the board', () => {
  it('counts the open returns of the next day, and those whose day has passed', () => {
    const rows = [row(null, '2026-11-25'), row('refused', '2026-11-25'), row('proven', '2026-11-24'), row('draft', '2026-11-20')];
    expect(pressing(rows, localDate('2026-11-23'))).toEqual({ late: 1, next: { date: '2026-11-25', count: 2 } });
    expect(pressing([row('proven', '2026-11-25')], localDate('2026-11-23'))).toEqual({ late: 0, next: null });
  });
  it('counts to the end of the day', () => {
    expect(timeTo(localDate('2026-11-23'), 9, localDate('2026-11-25'))).toEqual({ days: 2, hours: 15 });
    expect(timeTo(localDate('2026-11-25'), 23, localDate('2026-11-25'))).toEqual({ days: 0, hours: 1 });
  });
});
