declare const brand: unique symbol;

/** A calendar day in Europe/Brussels, `YYYY-MM-DD`. Compares correctly as a string. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const DAY_MS = 86_400_000;
const utc = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @throws RangeError when `text` is not an existing day */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay() || 7;
}

const brussels = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit' });

const HOUR_MS = 3_600_000;
/** Asked for with nearly the same instant thousands of times; a day begins at a full hour, so an hour has one answer. */
let lastAsked = { hour: Number.NaN, day: '' as LocalDate };

/** The Brussels calendar day of an instant in milliseconds since the epoch. */
export function brusselsDate(epochMs: number): LocalDate {
  const hour = Math.floor(epochMs / HOUR_MS);
  if (hour !== lastAsked.hour || hour < 0) lastAsked = { hour, day: brussels.format(epochMs) as LocalDate };
  return lastAsked.day;
}
