import { query, type Reader } from '#app/platform/db/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';

/** What `guichet.db` knows of a document that somebody may look for. */
export interface Source {
  readonly seq: number;
  readonly modifiedOn: LocalDate;
  readonly labels: string;
  readonly client: string;
  readonly metadata: string;
  readonly note: string;
  readonly tags: string;
  readonly facts: string;
}

interface Stored extends Omit<Source, 'facts'> {
  /** JSON array of `[kind, value, written]`. */
  readonly facts: string;
}

const COLUMNS = `d.seq, d.modified_on AS modifiedOn, d.metadata, d.note,
  d.label_fr || ' ' || d.label_nl || ' ' || d.label_de || ' ' || d.label_en AS labels,
  coalesce(c.name || ' ' || c.enterprise_number || ' ' || c.folder_code, '') AS client,
  coalesce((SELECT group_concat(tag, ', ') FROM document_tag WHERE document_seq = d.seq), '') AS tags,
  (SELECT json_group_array(json_array(kind, value, written)) FROM fact WHERE document_seq = d.seq AND value IS NOT NULL) AS facts`;
const TABLES = 'document d LEFT JOIN client c ON c.id = d.client_id';

const unindexed = query<Stored, { limit: number }>(
  'search.unindexed',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.indexed = 0 ORDER BY d.seq DESC LIMIT @limit`,
);
const bySeqs = query<Stored, { seqs: string }>(
  'search.sources',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.seq IN (SELECT value FROM json_each(@seqs))`,
);

const grouped = (digits: string, at: readonly number[]): string =>
  at
    .map((from, each) => digits.slice(from, at[each + 1]))
    .join(' ')
    .trim();

/** As it is written, and as people type it: a number with its separators and without. */
const FACT_TEXT: Readonly<Record<string, (value: string) => string>> = {
  iban: (value) => `${value} ${grouped(value, [0, 4, 8, 12, 16, 20, 24, 28, 32])}`,
  communication: (value) => `${value} ${grouped(value, [0, 3, 7])}`,
};
const factText = (json: string): string =>
  (JSON.parse(json) as [string, string, string][])
    .map(([kind, value, written]) => `${FACT_TEXT[kind]?.(value) ?? ''} ${written}`.trim())
    .join(' · ');

const metadataText = (json: string): string =>
  (JSON.parse(json) as { values: string[] }[]).map(({ values }) => values.join(' ')).join(' · ');

const toSource = (stored: Stored): Source => ({ ...stored, metadata: metadataText(stored.metadata), facts: factText(stored.facts) });

export const sources = {
  /** Those the index does not know as they are, the latest first. */
  unindexed: (reader: Reader, limit: number): Source[] => reader.all(unindexed, { limit }).map(toSource),
  of: (reader: Reader, seqs: readonly number[]): Source[] => reader.all(bySeqs, { seqs: JSON.stringify(seqs) }).map(toSource),
};
