import type { LocalDate } from './local-date.ts';

/** A VAT period: a calendar month (1..12) or a calendar quarter (1..4) of a year. */
export type Period = { readonly year: number; readonly month: number } | { readonly year: number; readonly quarter: number };

/** `2026-06` for a month, `2026-Q2` for a quarter. The only text form of a period inside Guichet. */
export type PeriodKey = string;

export const isQuarter = (period: Period): period is Extract<Period, { readonly quarter: number }> => 'quarter' in period;

export function periodKey(period: Period): PeriodKey {
  return isQuarter(period) ? `${period.year}-Q${period.quarter}` : `${period.year}-${String(period.month).padStart(2, '0')}`;
}

export function parsePeriodKey(key: string): Period | null {
  const match = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(key);
  if (!match) return null;
  const year = Number(match[1]);
  return match[2] ? { year, quarter: Number(match[2]) } : { year, month: Number(match[3]) };
}

/** The period `steps` before (negative) or after (positive) this one, of the same kind. */
export function shiftPeriod(period: Period, steps: number): Period {
  const size = isQuarter(period) ? 4 : 12;
  const index = period.year * size + (isQuarter(period) ? period.quarter : period.month) - 1 + steps;
  const year = Math.floor(index / size);
  const ordinal = (index % size) + 1;
  return isQuarter(period) ? { year, quarter: ordinal } : { year, month: ordinal };
}

/** The last calendar month of the period, 1..12. */
export const lastMonth = (period: Period): number => (isQuarter(period) ? period.quarter * 3 : period.month);

export function lastDay(period: Period): LocalDate {
  return new Date(Date.UTC(period.year, lastMonth(period), 0)).toISOString().slice(0, 10) as LocalDate;
}

/** The last period of this kind that ended before `today`. */
export function lastEnded(kind: 'month' | 'quarter', today: LocalDate): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  return shiftPeriod(kind === 'month' ? { year, month } : { year, quarter: Math.ceil(month / 3) }, -1);
}
