import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { lastMonth, type Period, periodKey } from '#shared/domain/period.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';

/** The calendar month, `2026-10`, that a period ends in; the board shows a month with the monthly and the quarterly returns that end in it. */
export const monthOf = (period: Period): string => `${period.year}-${String(lastMonth(period)).padStart(2, '0')}`;

/** The periods that end in a month: the month itself, and a quarter in every third. */
export function periodsEndingIn(month: string): Period[] {
  const year = Number(month.slice(0, 4));
  const ordinal = Number(month.slice(5, 7));
  return [{ year, month: ordinal }, ...(ordinal % 3 === 0 ? [{ year, quarter: ordinal / 3 }] : [])];
}

export const keysEndingIn = (month: string): string[] => periodsEndingIn(month).map(periodKey);

export function shiftMonth(month: string, steps: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + steps;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The month whose returns are being made: the one that ended last. */
export const monthUnderWay = (today: LocalDate): string => shiftMonth(today.slice(0, 7), -1);

/** Periods whose legal day lies in a range of days. */
export function periodsDueBetween(from: LocalDate, until: LocalDate): Period[] {
  const periods: Period[] = [];
  // Legal days fall in the month after the period; one month more on each side covers every rule of the calendar.
  const last = addDays(until, 31).slice(0, 7);
  for (let month = shiftMonth(from.slice(0, 7), -2); month <= last; month = shiftMonth(month, 1)) {
    for (const period of periodsEndingIn(month)) {
      const { legal } = deadline(period);
      if (legal >= from && legal <= until) periods.push(period);
    }
  }
  return periods;
}

export const regimeOfKey = (key: string): 'month' | 'quarter' => (key.includes('Q') ? 'quarter' : 'month');
