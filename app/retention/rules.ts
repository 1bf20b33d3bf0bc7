import type { RetentionRule } from '#shared/contract/retention.ts';
import { DOCUMENT_GROUPS, type DocumentGroup } from '#shared/domain/document-groups.ts';
import { addDays, type LocalDate, localDate } from '#shared/domain/local-date.ts';

const EXTENSION = 'loi du 20/11/2022 (MB 30/11/2022)';

/**
 * How long documents must be kept, by what the type tells and by the document's own date: a law that lengthens the time says from which taxes on,
 * and leaves what is older as it was. Years are counted from the 1 January that follows the date (VAT Code, art. 60 § 4: books from their closing,
 * other documents from their date). `from` and `until` are dates of documents, both included. Newest first within a group.
 *
 * Each row says what was looked up. Summaries by professional bodies, the administration's circulars and quotations were read, not the official
 * journal itself: an accountant answers for the table. What no row knows (an extended financial year, land works before October 2018, losses
 * carried forward, a dispute) is what holds are for.
 */
export const RULES: readonly RetentionRule[] = [
  /*
   * Income tax: until the end of the tenth year after the taxable period, from assessment year 2023 on, so for documents of 2022; art. 93 of the law
   * changes art. 315. VAT: ten years for taxes due from 1 January 2023 on (art. 60 § 4, circular 2023/C/58). One row, since the type of a document
   * does not tell which tax wants it: the year 2022 has the longer of the two. Checked: both starts and the lengths, in several summaries and the
   * circular's contents. Not checked: a financial year of more than twelve months that began in 2021.
   */
  {
    group: null,
    years: 10,
    from: localDate('2022-01-01'),
    until: null,
    source: `CIR 92 art. 315 (ex. d’imp. 2023), Code TVA art. 60 § 4 (taxes dues dès le 01/01/2023) : ${EXTENSION} ; circ. 2023/C/58`,
  },
  /* Seven years in VAT since 2006 and in the accounts since 26 June 2008. Checked: both, in summaries. Not checked: the start in income tax. */
  {
    group: null,
    years: 7,
    from: localDate('2006-01-01'),
    until: localDate('2021-12-31'),
    source: `CIR 92 art. 315, Code TVA art. 60 § 4, avant la ${EXTENSION}`,
  },
  /*
   * Fifteen years of revision on buildings, from 1 January of the year in which the right to deduct arose, for rights that arose since 1 January 1996,
   * and as long to keep what belongs to them. Checked: art. 9 § 1 and the date in answers of the minister, the duty to keep in a quotation of the
   * order. Not checked: the number of its paragraph in art. 11. The types of these groups do not tell whether a building is concerned, so all have it.
   */
  ...(['vat', 'declaration'] as const).map((group) => ({
    group,
    years: 15,
    from: localDate('1996-01-01'),
    until: null,
    source: 'Code TVA art. 48 § 2 et 60 ; AR n° 3 du 10/12/1969 art. 9 § 1 et 11 (AR du 22/12/1995)',
  })),
  /*
   * Twenty-five years for buildings let with VAT by choice: possible from 1 January 2019 on, for buildings whose first VAT on works fell due on
   * 1 October 2018 at the earliest; so documents of that quarter are among them. Checked: period, both dates and the order of 12 May 2019, whose
   * report names art. 44 § 3, 2°, d) and art. 48 § 2. Not checked: that the order lengthens the duty to keep in the same words.
   */
  {
    group: 'realEstate',
    years: 25,
    from: localDate('2018-10-01'),
    until: null,
    source: 'Code TVA art. 44 § 3, 2°, d) et 48 § 2 (loi du 14/10/2018, MB 25/10/2018) ; AR n° 3 art. 9 et 11 (AR du 12/05/2019)',
  },
  {
    group: 'realEstate',
    years: 15,
    from: localDate('1996-01-01'),
    until: localDate('2018-09-30'),
    source: 'Code TVA art. 48 § 2 et 60 ; AR n° 3 du 10/12/1969 art. 9 § 1 et 11 (AR du 22/12/1995)',
  },
];

/** Documents of a group between two dates, both included, and the years they are kept. */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly years: number;
}

const FIRST = localDate('0001-01-01');
const LAST = localDate('9999-12-31');
/** Older than every rule: the years of the oldest general one. */
const OLDEST = RULES.filter(({ group }) => group === null).at(-1)!;

const covers = (rule: RetentionRule, group: DocumentGroup | null, date: LocalDate): boolean =>
  rule.group === group && rule.from <= date && (rule.until === null || date <= rule.until);

/** Years a document of the group and the date is kept. */
export const yearsOf = (group: DocumentGroup, date: LocalDate): number =>
  (RULES.find((rule) => covers(rule, group, date)) ?? RULES.find((rule) => covers(rule, null, date)) ?? OLDEST).years;

/** The whole of time for a group, cut where the years change. */
function spansOf(group: DocumentGroup): Span[] {
  const rules = RULES.filter((rule) => rule.group === group || rule.group === null);
  const starts = [...new Set([FIRST, ...rules.flatMap(({ from, until }) => (until ? [from, addDays(until, 1)] : [from]))])].sort();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, until: next ? addDays(next, -1) : LAST, years: yearsOf(group, from) };
  });
}
const SPANS = new Map(DOCUMENT_GROUPS.map((group) => [group, spansOf(group)]));

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** First day on which a document of this date need no longer be kept. */
export const keptUntil = (modifiedOn: LocalDate, years: number): LocalDate => localDate(`${yearOf(modifiedOn) + 1 + years}-01-01`);

/** First day on which a document of this group and date need no longer be kept. */
export const keptUntilOf = (group: DocumentGroup, modifiedOn: LocalDate): LocalDate => keptUntil(modifiedOn, yearsOf(group, modifiedOn));

/** Per span of a group: its documents up to `due` are past their time on a day, those after it, up to `until`, are not. */
export const dueOn = (group: DocumentGroup, day: LocalDate): readonly (Span & { readonly due: LocalDate })[] =>
  SPANS.get(group)!.map((span) => {
    const through = localDate(`${yearOf(day) - 1 - span.years}-12-31`);
    return { ...span, due: through < span.until ? through : span.until };
  });
