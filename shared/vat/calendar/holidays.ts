import { addDays, type LocalDate, weekday } from '../../domain/local-date.ts';

const pad = (value: number): string => String(value).padStart(2, '0');
const day = (year: number, month: number, date: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}` as LocalDate;

/**
 * Easter Sunday of the Gregorian calendar: the Sunday after the full moon on or after 21 March, by the epact.
 * The epact is the age of the moon on 1 January, corrected for skipped leap days and the drift of the lunar cycle.
 */
export function easter(year: number): LocalDate {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skippedLeapDays = Math.floor((3 * century) / 4) - 12;
  const lunarDrift = Math.floor((8 * century + 5) / 25) - 5;
  let epact = (11 * golden + 20 + lunarDrift - skippedLeapDays) % 30;
  if (epact < 0) epact += 30;
  if (epact === 24 || (epact === 25 && golden > 11)) epact += 1;
  const fullMoonInMarch = epact <= 23 ? 44 - epact : 74 - epact;
  const fullMoon = addDays(day(year, 3, 1), fullMoonInMarch - 1);
  return addDays(fullMoon, 7 - (weekday(fullMoon) % 7));
}

/** The ten legal holidays of Belgium: fixed days and days counted from Easter. Source: royal decree of 18/04/1974. */
const FIXED: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [5, 1],
  [7, 21],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
];
/** Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER: readonly number[] = [1, 39, 50];

export function holidays(year: number): LocalDate[] {
  const sunday = easter(year);
  return [...FIXED.map(([month, date]) => day(year, month, date)), ...AFTER_EASTER.map((days) => addDays(sunday, days))].sort();
}

export const isWorkingDay = (date: LocalDate): boolean => weekday(date) <= 5 && !holidays(Number(date.slice(0, 4))).includes(date);

/** The day itself when it is a working day, else the next (`1`) or previous (`-1`) one. */
export function workingDay(date: LocalDate, step: 1 | -1): LocalDate {
  let candidate = date;
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, step);
  return candidate;
}
