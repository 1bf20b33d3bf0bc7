import { addDays, daysBetween, type LocalDate, localDate } from '#shared/domain/local-date.ts';

/** Day 1; 0 is no day. Sixteen bits reach the year 2129. */
const FIRST = localDate('1950-01-01');
export const LAST_DAY = 65_535;

const known = new Map<string, number>();

/** A day as a small number that sorts like it. Days before 1950 count as its first, days after 2129 as the last. */
export function dayOf(date: string): number {
  let day = known.get(date);
  if (day === undefined) {
    day = Math.min(LAST_DAY, Math.max(1, 1 + daysBetween(FIRST, date as LocalDate)));
    known.set(date, day);
  }
  return day;
}

export const dateOf = (day: number): LocalDate => addDays(FIRST, day - 1);
