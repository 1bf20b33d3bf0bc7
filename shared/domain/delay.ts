import { addDays, type LocalDate } from './local-date.ts';

/** A time somebody is given to act, as a letter states it. */
export interface Delay {
  readonly count: number;
  readonly unit: 'hours' | 'days' | 'months';
}

const LETTER = { hours: 'h', days: 'd', months: 'm' } as const;
const UNIT: Readonly<Record<string, Delay['unit']>> = { h: 'hours', d: 'days', m: 'months' };

/** `48h`, `30d`, `1m`: the only text form of a delay inside Guichet. */
export const delayText = ({ count, unit }: Delay): string => `${count}${LETTER[unit]}`;

/** Reads that form. `null` for anything else, zero and more than a few years included. */
export function parseDelay(text: string): Delay | null {
  const match = /^([1-9]\d{0,2})([hdm])$/.exec(text);
  return match ? { count: Number(match[1]), unit: UNIT[match[2]!]! } : null;
}

/** The same day of the month so many months later, or the last day of a shorter month. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10) as LocalDate;
}

/** The last day of a delay counted from `day`; started days count as whole ones. */
export function afterDelay(day: LocalDate, { count, unit }: Delay): LocalDate {
  if (unit === 'months') return addMonths(day, count);
  return addDays(day, unit === 'hours' ? Math.ceil(count / 24) : count);
}
