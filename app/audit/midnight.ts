import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';

const HOUR_MS = 3_600_000;

/** The instant a day begins in Brussels, epoch milliseconds: one or two hours before it does in Greenwich. */
export function brusselsMidnight(day: LocalDate): number {
  const greenwich = Date.parse(`${day}T00:00:00Z`);
  const summer = greenwich - 2 * HOUR_MS;
  return brusselsDate(summer) === day ? summer : greenwich - HOUR_MS;
}
