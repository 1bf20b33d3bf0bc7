import { query, type Reader } from '#app/platform/db/index.ts';
import { hitFinder } from '#app/search/hits.ts';
import { wantedText } from '#app/search/query/match.ts';
import type { QueryNode } from '#app/search/query/query.ts';
import { sources } from '#app/search/sources.ts';
import type { TextIndex } from '#app/search/text-index.ts';
import type { DocumentRow, MarkedText } from '#shared/contract/documents.ts';
import { DOCUMENT_COLUMNS, DOCUMENT_TABLES, documentRow, type StoredDocument } from './document-row.ts';

const bySeqs = query<StoredDocument, { seqs: string }>(
  'documents.window',
  `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_TABLES} WHERE d.seq IN (SELECT value FROM json_each(@seqs))`,
);

/** Quotes where the text of a query was found, for these rows only: first in the pages, then in what stands beside them. */
function hitsOf(reader: Reader, index: TextIndex, root: QueryNode | null, seqs: readonly number[]): ReadonlyMap<number, MarkedText> {
  const wanted = root ? wantedText(root) : [];
  const hits = new Map<number, MarkedText>();
  if (wanted.length === 0) return hits;
  const find = hitFinder(wanted);
  for (const [seq, text] of index.pagesOf(seqs)) {
    const hit = find([text]);
    if (hit) hits.set(seq, hit);
  }
  for (const { seq, note, metadata, facts, tags } of sources.of(
    reader,
    seqs.filter((each) => !hits.has(each)),
  )) {
    const hit = find([note, metadata, facts, tags]);
    if (hit) hits.set(seq, hit);
  }
  return hits;
}

/** The rows of one window, in the order asked for. */
export function windowRows(
  reader: Reader,
  index: TextIndex,
  root: QueryNode | null,
  seqs: readonly number[],
  lookBackDays: number,
): DocumentRow[] {
  const stored = new Map(reader.all(bySeqs, { seqs: JSON.stringify(seqs) }).map((row) => [row.seq, row]));
  const hits = hitsOf(reader, index, root, seqs);
  return seqs.flatMap((seq) => {
    const row = stored.get(seq);
    return row ? [{ ...documentRow(row, lookBackDays), hit: hits.get(seq) ?? null }] : [];
  });
}
