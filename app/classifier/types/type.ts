import type { DocumentGroup } from '#shared/contract/documents.ts';
import type { Delay } from '#shared/domain/delay.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Dated } from '#shared/vat/dated.ts';

/** A delay that comes with the type itself, whatever the letter says. */
export interface TypeDelay extends Delay {
  /** What it is for: to pay, to answer or act, or only the window in which one may object. */
  readonly to: 'pay' | 'act' | 'object';
  /** Where it stands. */
  readonly law: string;
}

/** A document type as SPF labels it. SPF sends no code and no English; `en` is ours. */
export interface DocumentType extends Dated {
  readonly group: DocumentGroup;
  /** A formal demand or a seizure: hours to act, 48 unless `delay` says otherwise. */
  readonly urgent?: true | undefined;
  readonly delay?: TypeDelay | undefined;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
}

/** Labels seen in answers of the search, and labels composed by us from the names SPF Finances gives its letters and forms. */
const SEEN: Dated = { from: localDate('2025-07-09'), source: 'published list of labels seen in answers of the search' };
const INFERRED: Dated = {
  from: localDate('2026-11-20'),
  source: 'inferred: composed from the names SPF Finances uses, not seen in an answer',
};

export const isInferred = (type: DocumentType): boolean => type.source === INFERRED.source;

type Extras = Pick<DocumentType, 'urgent' | 'delay'>;
const maker =
  (dated: Dated) =>
  (group: DocumentGroup, labels: string, en: string, extras: Extras = {}): DocumentType => {
    const [fr, nl, de, ...more] = labels.split(' | ');
    if (!fr || !nl || !de || more.length > 0) throw new RangeError(`three labels expected: ${labels}`);
    return { ...dated, ...extras, group, fr, nl, de, en };
  };

/** @param labels French, Dutch and German, divided by ` | `, years and placeholders left out */
export const seen = maker(SEEN);
export const inferred = maker(INFERRED);

const HOURS_48: TypeDelay = {
  count: 48,
  unit: 'hours',
  to: 'pay',
  law: 'the letter itself gives 48 hours, as seen in a sample of letters',
};
/** What a formal demand and a seizure have in common. */
export const URGENT: Extras = { urgent: true, delay: HOURS_48 };
export const within = (count: number, unit: Delay['unit'], to: TypeDelay['to'], law: string): Extras => ({
  delay: { count, unit, to, law },
});
