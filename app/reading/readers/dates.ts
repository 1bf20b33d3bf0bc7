import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';

const MONTH_NAMES: readonly string[] = [
  'janvier|januari|januar|jänner',
  'février|fevrier|februari|februar',
  'mars|maart|märz',
  'avril|april',
  'mai|mei',
  'juin|juni',
  'juillet|juli',
  'août|aout|augustus|august',
  'septembre|september',
  'octobre|oktober',
  'novembre|november',
  'décembre|decembre|december|dezember',
];
/** The name of a month in French, Dutch or German, as one group. */
export const MONTH = `(?:${MONTH_NAMES.join('|')})`;
const BY_NAME = new Map(MONTH_NAMES.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)));
export const monthOf = (name: string): number => BY_NAME.get(name.toLowerCase()) ?? 0;

const pad = (text: string | number): string => String(text).padStart(2, '0');
const YEAR = '(?:19|20)\\d{2}';
const DATE = new RegExp(
  [
    `(?<![\\d/.-])(?<d1>\\d{1,2})\\s?[/.-]\\s?(?<m1>\\d{1,2})\\s?[/.-]\\s?(?<y1>${YEAR})(?![\\d/])`,
    `(?<!\\d)(?<d2>\\d{1,2})(?:er|\\.|de|ste)?\\s+(?:de\\s+)?(?<m2>${MONTH})\\s+(?<y2>${YEAR})(?!\\d)`,
    `(?<![\\d/-])(?<y3>${YEAR})-(?<m3>\\d{2})-(?<d3>\\d{2})(?![\\d-])`,
  ].join('|'),
  'giu',
);

export interface WrittenDate {
  readonly day: LocalDate;
  readonly start: number;
  readonly end: number;
}

/** `02/12/2026` `2.12.2026` `2 décembre 2026` `1er mars 2026` `2. Dezember 2026` `2026-12-02`; days that do not exist are left out. */
export function datesIn(text: string): WrittenDate[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const { d1, m1, y1, d2, m2, y2, d3, m3, y3 } = match.groups!;
    const day = `${y1 ?? y2 ?? y3}-${pad(m1 ?? (m2 ? monthOf(m2) : m3!))}-${pad(d1 ?? d2 ?? d3!)}`;
    return isLocalDate(day) ? [{ day, start: match.index, end: match.index + match[0].length }] : [];
  });
}
