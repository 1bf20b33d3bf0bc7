import { plain } from '#app/tables/plain.ts';
import { isLocalDate } from '#shared/domain/local-date.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Regime } from '#shared/vat/types.ts';

/** A period as a table writes it; a `day` is one of the days within, and the client's regime says of which period. */
export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'day'; readonly year: number; readonly month: number };

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'januari', 'januar', 'january', 'janner'],
  ['fevrier', 'februari', 'februar', 'february'],
  ['mars', 'maart', 'marz', 'maerz', 'march', 'mrt'],
  ['avril', 'april'],
  ['mai', 'mei', 'may'],
  ['juin', 'juni', 'june'],
  ['juillet', 'juli', 'july'],
  ['aout', 'augustus', 'august'],
  ['septembre', 'september'],
  ['octobre', 'oktober', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december', 'dezember'],
];
/** What stands beside a period and says nothing more. */
const FILLERS =
  /\b(?:periodes?|perioden?|period|tijdvak|aangifteperiode|zeitraum|mois|maand|monat|month|btw|tva|vat|mwst|aangifte|declaration|erklarung|return|de|du|d|van|for|fur|pour|voor)\b/g;
const QUARTER = '(?:q|t|k|kw|kwt|tr|trim|trimestre|kwartaal|quarter|quartal)';
const ORDINAL = '(?:e|er|ste|de|eme|ere|ieme|st|nd|rd|th)?';
const YEAR = '(20\\d\\d)';

type Rule = readonly [pattern: RegExp, read: (groups: readonly string[]) => ReadPeriod | null];

const shortYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const quarter = (year: string, number: string): ReadPeriod => ({
  kind: 'period',
  period: { year: shortYear(year), quarter: Number(number) },
});
function month(year: string, number: string | number | null): ReadPeriod | null {
  const value = Number(number);
  return number !== null && value >= 1 && value <= 12 ? { kind: 'period', period: { year: shortYear(year), month: value } } : null;
}

/** A month by its name or the beginning of it, where no other begins so (`jui` could be two). */
function named(text: string): number | null {
  if (text.length < 3) return null;
  const found = MONTHS.flatMap((names, index) => (names.some((name) => name.startsWith(text)) ? [index + 1] : []));
  return found.length === 1 ? found[0]! : null;
}

const RULES: readonly Rule[] = [
  [new RegExp(`^${YEAR} ?${QUARTER} ?([1-4])$`), ([year, number]) => quarter(year!, number!)],
  [new RegExp(`^${QUARTER} ?([1-4]) ?(20\\d\\d|\\d\\d)$`), ([number, year]) => quarter(year!, number!)],
  [new RegExp(`^([1-4]) ?${ORDINAL} ?${QUARTER} ?(20\\d\\d|\\d\\d)$`), ([number, year]) => quarter(year!, number!)],
  [new RegExp(`^${YEAR} ([1-4]) ?${ORDINAL} ?${QUARTER}$`), ([year, number]) => quarter(year!, number!)],
  [/^(20\d\d) ?m?(\d{1,2})$/, ([year, number]) => spf(year!, number!)],
  [new RegExp(`^(\\d{1,2}) ?${YEAR}$`), ([number, year]) => month(year!, number!)],
  [
    /^\d{1,2}(?:er|e|ste|th|st)? ([a-z]{3,}) (20\d\d)$/,
    ([name, year]) => (named(name!) === null ? null : { kind: 'day', year: Number(year), month: named(name!)! }),
  ],
  [/^([a-z]{3,}) ?(20\d\d|\d\d)$/, ([name, year]) => month(year!, named(name!))],
  [new RegExp(`^${YEAR} ?([a-z]{3,})$`), ([year, name]) => month(year!, named(name!))],
];

/** SPF writes quarters as the months 31 to 34. */
const spf = (year: string, number: string): ReadPeriod | null =>
  /^3[1-4]$/.test(number) ? quarter(year, number[1]!) : month(year, number);

const DATE = /(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](20\d\d)/g;

function dates(text: string): { iso: string; rest: string }[] {
  return [...text.matchAll(DATE)].flatMap(([whole, y, m, d, d2, m2, y2]) => {
    const iso = `${y ?? y2}-${(m ?? m2)!.padStart(2, '0')}-${(d ?? d2)!.padStart(2, '0')}`;
    return isLocalDate(iso) ? [{ iso, rest: text.replace(whole, '') }] : [];
  });
}

/** One day, or the first and last day of a month or quarter. */
function dated(text: string): ReadPeriod | null {
  const [from, to, more] = dates(text);
  if (!from || more) return null;
  const [year, first] = from.iso.split('-').map(Number) as [number, number];
  if (!to) return /^(?:[\sT]+[\d:.]*Z?)?$/.test(from.rest) ? { kind: 'day', year, month: first } : null;
  const [lastYear, last] = to.iso.split('-').map(Number) as [number, number];
  if (lastYear !== year) return null;
  if (last === first) return { kind: 'period', period: { year, month: first } };
  return first % 3 === 1 && last === first + 2 ? { kind: 'period', period: { year, quarter: last / 3 } } : null;
}

/**
 * A period as people and programs write it: `2026-10`, `10/2026`, `oktober 2026`, `oct. 26`, `2026Q3`, `T3 2026`, `3e kwartaal 2026`,
 * `202610`, `202633`, a date, or the first and last day. `null`: none.
 */
export function readPeriod(text: string): ReadPeriod | null {
  if (text.length < 4 || text.length > 60) return null;
  const date = dated(text);
  if (date) return date;
  const words = plain(text).replace(FILLERS, ' ').replace(/\s+/g, ' ').trim();
  for (const [pattern, read] of RULES) {
    const match = pattern.exec(words);
    if (match) return read(match.slice(1));
  }
  return null;
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, from 1 March 1900 on. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** As `readPeriod`, where the column is known to hold periods: a date whose format was lost is the number of its day. */
export function readPeriodCell(text: string): ReadPeriod | null {
  const serial = /^[3-6]\d{4}(?:\.0+)?$/.test(text) ? new Date(SHEET_EPOCH + Math.floor(Number(text)) * DAY_MS) : null;
  return serial ? { kind: 'day', year: serial.getUTCFullYear(), month: serial.getUTCMonth() + 1 } : readPeriod(text);
}

/** Which period is meant. @param regime of the client; `null` counts as monthly */
export function periodMeant(read: ReadPeriod, regime: Regime | null): Period {
  if (read.kind === 'period') return read.period;
  const { year, month: number } = read;
  return regime === 'quarter' ? { year, quarter: Math.ceil(number / 3) } : { year, month: number };
}
