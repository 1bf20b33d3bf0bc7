import { query, type Reader } from '#app/platform/db/index.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import type { DocumentLists } from './document-list.ts';
import type { DocumentTable } from './table/document-table.ts';

/**
 * The `seq`s of the documents a selection means, those of a filter the newest first; what it names and nobody knows is not among them. At
 * once, so that it can be asked inside the transaction that changes them.
 */
export type ResolveSelection = (reader: Reader, selection: DocumentSelection) => number[];

const byIds = query<{ seq: number }, { ids: string }>(
  'documents.byIds',
  'SELECT seq FROM document WHERE id IN (SELECT value FROM json_each(@ids))',
);
const seqsOf = (reader: Reader, ids: readonly string[]): number[] =>
  ids.length === 0 ? [] : reader.all(byIds, { ids: JSON.stringify(ids) }).map(({ seq }) => seq);

export const createResolveSelection =
  (table: DocumentTable, lists: DocumentLists): ResolveSelection =>
  (reader, selection) => {
    if ('ids' in selection) return seqsOf(reader, selection.ids);
    table.catchUp(reader);
    const order = lists.order({ filter: selection.filter, sort: { by: 'modifiedOn', descending: true } });
    const left = new Set(seqsOf(reader, selection.except));
    return left.size === 0 ? [...order] : [...order].filter((seq) => !left.has(seq));
  };
