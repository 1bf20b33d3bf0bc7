import { listQuery } from '#app/documents/document-list.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import type { SearchIndex } from '#app/search/search-index.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';

const NEWEST = { by: 'modifiedOn', descending: true } as const;
const byIds = query<{ seq: number }, { ids: string }>(
  'desk.byIds',
  'SELECT seq FROM document WHERE id IN (SELECT value FROM json_each(@ids))',
);

/** The `seq`s of the documents a selection means; those it names and nobody knows are not among them. */
export function resolveSelection(reader: Reader, index: SearchIndex, selection: DocumentSelection): number[] {
  if ('ids' in selection) return reader.all(byIds, { ids: JSON.stringify(selection.ids) }).map(({ seq }) => seq);
  const { filter, except } = selection;
  const matches = filter.text ? index.find(filter.text) : null;
  const { where, params } = listQuery({ filter, sort: NEWEST, offset: 0, limit: 1, locale: 'fr', matches });
  const found = reader.all(
    query<{ seq: number }, Record<string, string | number>>('desk.byFilter', `SELECT d.seq FROM document d ${where}`),
    params,
  );
  const left = new Set(except.length === 0 ? [] : resolveSelection(reader, index, { ids: except }));
  return found.map(({ seq }) => seq).filter((seq) => !left.has(seq));
}
