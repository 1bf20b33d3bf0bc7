import type { RetentionRule } from '#shared/contract/retention.ts';
import { DOCUMENT_GROUPS, type DocumentGroup } from '#shared/domain/document-groups.ts';
import { type LocalDate, localDate } from '#shared/domain/local-date.ts';

/**
 * How long documents must be kept, by what the type tells; where it does not tell whether property is concerned, the longest time that may apply.
 * Years are counted from the 1 January that follows the document's date. Newest first within a group.
 */
const RULES: readonly RetentionRule[] = [
  { group: null, years: 10, from: localDate('2023-01-01'), source: 'CIR 92 art. 315 · Code TVA art. 60 (loi du 20/11/2022)' },
  { group: 'vat', years: 15, from: localDate('2023-01-01'), source: 'Code TVA art. 60 · AR n° 3 art. 9, 11 (révision, biens immobiliers)' },
  {
    group: 'declaration',
    years: 15,
    from: localDate('2023-01-01'),
    source: 'Code TVA art. 60 · AR n° 3 art. 9, 11 (révision, biens immobiliers)',
  },
  {
    group: 'realEstate',
    years: 25,
    from: localDate('2019-01-01'),
    source: 'Code TVA art. 44 § 3, 60 · AR n° 3 art. 9, 11 (location avec option)',
  },
];

const inForce = (day: LocalDate, group: DocumentGroup | null): RetentionRule | undefined =>
  RULES.filter((rule) => rule.group === group && rule.from <= day).sort((a, b) => b.from.localeCompare(a.from))[0];

/** The rules in force on a day, the general one first. */
export const rulesOn = (day: LocalDate): RetentionRule[] => [null, ...DOCUMENT_GROUPS].flatMap((group) => inForce(day, group) ?? []);

/** Years a document of the group is kept. A day before the first general rule has the first. */
export const yearsOf = (group: DocumentGroup, day: LocalDate): number => (inForce(day, group) ?? inForce(day, null) ?? RULES[0]!).years;

/** First day on which a document of this date need no longer be kept. */
export const keptUntil = (modifiedOn: LocalDate, years: number): LocalDate =>
  localDate(`${Number(modifiedOn.slice(0, 4)) + 1 + years}-01-01`);

/** The latest date of documents of a group whose time is over on a day. */
export const dueThrough = (group: DocumentGroup, day: LocalDate): LocalDate =>
  localDate(`${Number(day.slice(0, 4)) - 1 - yearsOf(group, day)}-12-31`);
