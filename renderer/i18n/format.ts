import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { isQuarter, parsePeriodKey } from '#shared/domain/period.ts';
import type { Translator } from '#shared/i18n/translator.ts';

/** `2026-11-23` as `23/11/2026`. */
export const formatDate = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
/** `2026-11-23` as `23/11`, where the year is plain. */
export const formatDay = (date: LocalDate): string => formatDate(date).slice(0, 5);

const brussels = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An ISO instant on Belgian clocks, in parts. */
function parts(instant: string): { date: string; time: string } {
  const [date = '', time = ''] = brussels.format(Date.parse(instant)).split(', ');
  return { date, time };
}

export const formatInstant = (instant: string): string => `${parts(instant).date} ${parts(instant).time}`;
export const formatTime = (instant: string): string => parts(instant).time;
export const dateOfInstant = (instant: string): LocalDate => parts(instant).date.split('/').reverse().join('-') as LocalDate;

/** The time alone on the same day, else the day with the time. */
export function formatMoment(instant: string, today: LocalDate | undefined): string {
  const { date, time } = parts(instant);
  return dateOfInstant(instant) === today ? time : `${date.slice(0, 5)} ${time}`;
}

export const formatEuro = (amount: Cents): string => `${formatAmount(amount)} €`;

const monthNames = new Map<string, Intl.DateTimeFormat>();
/** `2026-10` as `octobre 2026`, `Oktober 2026`. */
export function formatMonth(month: string, locale: Locale, style: 'long' | 'short' = 'long'): string {
  const key = `${locale} ${style}`;
  let format = monthNames.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : `${locale}-BE`, {
      timeZone: 'UTC',
      month: style,
      ...(style === 'long' ? { year: 'numeric' as const } : {}),
    });
    monthNames.set(key, format);
  }
  return format.format(Date.parse(`${month}-01T00:00:00Z`));
}

/** A period key in words: `octobre 2026`, `3e trimestre 2026`. */
export function formatPeriod(key: string, t: Translator): string {
  const period = parsePeriodKey(key);
  if (!period) return key;
  return isQuarter(period) ? t('frame.quarter', { quarter: period.quarter, year: String(period.year) }) : formatMonth(key, t.locale);
}

/** Distance to a day in words: `today`, `in 4 days`, `3 days late`. */
export function formatDistance(today: LocalDate, date: LocalDate, t: Translator): string {
  const days = daysBetween(today, date);
  return days < 0 ? t('frame.daysAgo', { days: -days }) : t('frame.inDays', { days });
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;
/** A size as people read it: `812 B`, `120 kB`, `19,8 MB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit >= 2 && value < 100 ? 1 : 0;
  return `${value.toFixed(digits).replace('.', ',')} ${UNITS[unit]}`;
}

/** A stretch of time in its two largest units: `45 s`, `3 min 20 s`, `1 h 05`. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** A whole number with points for thousands, as in Belgium. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

const SHORT = 999;
/** A count for narrow places: above `999` only that there are more. */
export const shortCount = (count: number): string => (count > SHORT ? `${SHORT}+` : String(count));
