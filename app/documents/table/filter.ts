import type { DocumentFilter } from '#shared/contract/documents.ts';
import { ARCHIVE_STATES, DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { type Columns, WORK_STATES } from './columns.ts';
import { dayOf, LAST_DAY } from './days.ts';

/** 1 for each `seq` that is meant. */
export type Mask = Uint8Array;

type Codes = Uint8Array | Uint16Array | Uint32Array;
const DONE = WORK_STATES.indexOf('done');

export function keepEqual(mask: Mask, codes: Codes, code: number): void {
  for (let seq = 0; seq < mask.length; seq++) if (codes[seq] !== code) mask[seq] = 0;
}
export function dropEqual(mask: Mask, codes: Codes, code: number): void {
  for (let seq = 0; seq < mask.length; seq++) if (codes[seq] === code) mask[seq] = 0;
}
/** Both ends are kept. */
export function keepBetween(mask: Mask, values: Codes | Float64Array, from: number, to: number): void {
  // Written so that NaN is not kept.
  for (let seq = 0; seq < mask.length; seq++) if (!(values[seq]! >= from && values[seq]! <= to)) mask[seq] = 0;
}
export function keepListed(mask: Mask, seqs: Iterable<number>): void {
  const listed = new Uint8Array(mask.length);
  for (const seq of seqs) listed[seq] = 1;
  for (let at = 0; at < mask.length; at++) mask[at]! &= listed[at]!;
}

/** Nothing done, and due up to a day. */
export function keepDue(mask: Mask, { due, work }: Columns['arrays'], until: LocalDate): void {
  keepBetween(mask, due, 1, dayOf(until));
  dropEqual(mask, work, DONE);
}

const monthAfter = (month: string): string => {
  const [year, ordinal] = month.split('-').map(Number) as [number, number];
  return ordinal === 12 ? `${year + 1}-01` : `${year}-${String(ordinal + 1).padStart(2, '0')}`;
};

interface FilterContext {
  readonly columns: Columns;
  readonly today: LocalDate;
  tagged(tag: string): Iterable<number>;
}
type Keep<V> = (mask: Mask, value: V, context: FilterContext) => void;

const NOBODY = -1;
const KEEPS: { readonly [K in keyof Omit<DocumentFilter, 'text'>]-?: Keep<NonNullable<DocumentFilter[K]>> } = {
  clientId: (mask, id, { columns }) => keepEqual(mask, columns.arrays.client, columns.clients.codes.get(id) ?? NOBODY),
  group: (mask, group, { columns }) => keepEqual(mask, columns.arrays.group, DOCUMENT_GROUPS.indexOf(group)),
  month: (mask, month, { columns }) =>
    keepBetween(mask, columns.arrays.day, dayOf(`${month}-01`), Math.min(LAST_DAY, dayOf(`${monthAfter(month)}-01`) - 1)),
  archive: (mask, state, { columns }) =>
    state === 'missing'
      ? dropEqual(mask, columns.arrays.archive, ARCHIVE_STATES.indexOf('stored'))
      : keepEqual(mask, columns.arrays.archive, ARCHIVE_STATES.indexOf(state)),
  work: (mask, work, { columns }) =>
    work === 'inbox' ? dropEqual(mask, columns.arrays.work, DONE) : keepEqual(mask, columns.arrays.work, WORK_STATES.indexOf(work)),
  urgent: (mask, urgent, { columns }) => keepEqual(mask, columns.arrays.urgent, urgent ? 1 : 0),
  seen: (mask, seen, { columns }) => keepEqual(mask, columns.arrays.seen, seen ? 1 : 0),
  assigneeId: (mask, id, { columns }) =>
    keepEqual(mask, columns.arrays.assignee, id === 'none' ? 0 : (columns.assignees.codes.get(id) ?? NOBODY)),
  tag: (mask, tag, { tagged }) => keepListed(mask, tagged(tag)),
  dueWithin: (mask, days, { columns, today }) => keepDue(mask, columns.arrays, addDays(today, days)),
};

/** Every document of the table. */
export function everything({ length }: Columns): Mask {
  const mask = new Uint8Array(length).fill(1);
  mask[0] = 0;
  return mask;
}

/** Whether a filter, its text aside, leaves anything out. */
export const narrows = ({ text: _, ...rest }: DocumentFilter): boolean => Object.values(rest).some((value) => value !== undefined);

/** Keeps what the filter means; its text is another's matter. */
export function keepFiltered(mask: Mask, filter: DocumentFilter, context: FilterContext): void {
  for (const name of Object.keys(KEEPS) as (keyof typeof KEEPS)[]) {
    const value = filter[name];
    if (value !== undefined) (KEEPS[name] as Keep<unknown>)(mask, value, context);
  }
}
