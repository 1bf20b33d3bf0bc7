import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { Placeable } from './placing.ts';
import { PLACEABLE_COLUMNS, type StoredPlaceable, toPlaceable } from './stored-placeable.ts';

export type FileState = 'waiting' | 'written' | 'missing' | 'changed' | 'conflict' | 'held';

/** A content to be written; `path` once it has its place. */
export interface Waiting {
  readonly seq: number;
  readonly sha256: string;
  readonly size: number;
  readonly mimeType: string;
  readonly path: string | null;
}

export interface MirrorFile {
  readonly seq: number;
  readonly sha256: string;
  readonly path: string;
  readonly state: FileState;
  readonly size: number | null;
  readonly changedAt: number | null;
}

export interface Assigned {
  readonly seq: number;
  readonly sha256: string;
  readonly version: number;
  readonly path: string;
  readonly key: string;
  readonly stemKey: string;
  readonly ordinal: number;
}

export interface Found {
  readonly seq: number;
  readonly sha256: string;
  readonly state: FileState;
  readonly problem: string | null;
  readonly size: number | null;
  readonly changedAt: number | null;
}

export interface Issue {
  readonly documentId: string;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
  readonly path: string;
  readonly problem: string | null;
}

const PLACEABLE = `SELECT ${PLACEABLE_COLUMNS} FROM document d LEFT JOIN client c ON c.id = d.client_id`;

const waiting = query<Waiting, { after: number; to: number; limit: number }>(
  'mirror.waiting',
  `SELECT c.document_seq AS seq, c.sha256, c.size, c.mime_type AS mimeType, m.path
   FROM document_content c LEFT JOIN mirror_file m ON m.document_seq = c.document_seq AND m.sha256 = c.sha256
   WHERE c.document_seq > @after AND c.document_seq <= @to AND (m.state IS NULL OR m.state = 'waiting')
   ORDER BY c.document_seq, c.stored_at LIMIT @limit`,
);
const lastSeq = query<{ seq: number | null }>('mirror.lastSeq', 'SELECT max(document_seq) AS seq FROM document_content');
const seqOf = query<{ seq: number }, { id: string }>('mirror.seqOf', 'SELECT seq FROM document WHERE id = @id');
const placeable = query<StoredPlaceable, { seq: number }>('mirror.placeable', `${PLACEABLE} WHERE d.seq = @seq`);
const newest = query<StoredPlaceable, { limit: number }>(
  'mirror.newest',
  `${PLACEABLE} ORDER BY d.modified_on DESC, d.seq DESC LIMIT @limit`,
);
const versions = query<{ path: string; version: number }, { seq: number }>(
  'mirror.versions',
  'SELECT path, version FROM mirror_file WHERE document_seq = @seq ORDER BY version',
);
const lastOrdinal = query<{ ordinal: number | null }, { stemKey: string }>(
  'mirror.lastOrdinal',
  'SELECT max(ordinal) AS ordinal FROM mirror_file WHERE stem_key = @stemKey',
);
const taken = query<{ taken: number }, { key: string }>('mirror.taken', 'SELECT 1 AS taken FROM mirror_file WHERE key = @key');
const sizes = query<{ sha256: string; size: number }, { seqs: string }>(
  'mirror.sizes',
  'SELECT sha256, size FROM document_content WHERE document_seq IN (SELECT value FROM json_each(@seqs))',
);
const counts = query<{ state: FileState; count: number }>(
  'mirror.counts',
  'SELECT state, count(*) AS count FROM mirror_file GROUP BY state',
);
const contents = query<{ count: number }>('mirror.contents', 'SELECT count(*) AS count FROM document_content');
const FILE = 'document_seq AS seq, sha256, path, state, size, changed_at AS changedAt';
const after = query<MirrorFile, { seq: number; sha256: string; limit: number }>(
  'mirror.after',
  `SELECT ${FILE} FROM mirror_file WHERE (document_seq, sha256) > (@seq, @sha256) ORDER BY document_seq, sha256 LIMIT @limit`,
);
const bySha = query<MirrorFile, { sha256: string }>('mirror.bySha', `SELECT ${FILE} FROM mirror_file WHERE sha256 = @sha256`);
const issues = query<Issue, { limit: number }>(
  'mirror.issues',
  `SELECT d.id AS documentId, d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en, m.path, m.problem
   FROM mirror_file m JOIN document d ON d.seq = m.document_seq
   WHERE m.state IN ('missing', 'changed', 'conflict', 'held') ORDER BY m.document_seq DESC LIMIT @limit`,
);

const insert = command<Assigned>(
  'mirror.assign',
  `INSERT INTO mirror_file (document_seq, sha256, version, path, key, stem_key, ordinal)
   VALUES (@seq, @sha256, @version, @path, @key, @stemKey, @ordinal)`,
);
const update = command<Found>(
  'mirror.found',
  `UPDATE mirror_file SET state = @state, problem = @problem, size = @size, changed_at = @changedAt
   WHERE document_seq = @seq AND sha256 = @sha256`,
);
const retryHeld = command<{ seq: number }>(
  'mirror.retryHeld',
  "UPDATE mirror_file SET state = 'waiting', problem = NULL WHERE document_seq = @seq AND state = 'held'",
);
const dropLong = command<{ room: number }>('mirror.dropLong', 'DELETE FROM mirror_file WHERE length(path) > @room');
const startAnew = command(
  'mirror.startAnew',
  "UPDATE mirror_file SET state = 'waiting', problem = NULL, size = NULL, changed_at = NULL WHERE state <> 'waiting'",
);

/** @param own the firm's language, for documents without a client */
export const mirrorFiles = {
  /** Contents without a file in this stretch of documents, the oldest version of each first. */
  waiting: (reader: Reader, stretch: { after: number; to: number; limit: number }): Waiting[] => reader.all(waiting, stretch),
  lastSeq: (reader: Reader): number => reader.get(lastSeq)?.seq ?? 0,
  seqOf: (reader: Reader, id: string): number | null => reader.get(seqOf, { id })?.seq ?? null,
  placeable: (reader: Reader, seq: number, own: Locale): Placeable => toPlaceable(reader.get(placeable, { seq })!, own),
  newest: (reader: Reader, limit: number, own: Locale): Placeable[] => reader.all(newest, { limit }).map((row) => toPlaceable(row, own)),
  versions: (reader: Reader, seq: number): { path: string; version: number }[] => reader.all(versions, { seq }),
  lastOrdinal: (reader: Reader, stemKey: string): number => reader.get(lastOrdinal, { stemKey })?.ordinal ?? 0,
  isTaken: (reader: Reader, key: string): boolean => reader.get(taken, { key }) !== undefined,
  counts: (reader: Reader): Readonly<Partial<Record<FileState, number>>> =>
    Object.fromEntries(reader.all(counts).map(({ state, count }) => [state, count])),
  contents: (reader: Reader): number => reader.get(contents)?.count ?? 0,
  /** In the order of the key, for going over all of them. */
  after: (reader: Reader, place: { seq: number; sha256: string; limit: number }): MirrorFile[] => reader.all(after, place),
  /** Length of the contents of these files by their hash. */
  sizes: (reader: Reader, rows: readonly MirrorFile[]): ReadonlyMap<string, number> =>
    new Map(reader.all(sizes, { seqs: JSON.stringify(rows.map(({ seq }) => seq)) }).map(({ sha256, size }) => [sha256, size])),
  bySha: (reader: Reader, sha256: string): MirrorFile[] => reader.all(bySha, { sha256 }),
  issues: (reader: Reader, limit: number): Issue[] => reader.all(issues, { limit }),
  assign: (tx: Writer, file: Assigned): number => tx.run(insert, file),
  found: (tx: Writer, found: Found): number => tx.run(update, found),
  /** The archive has the document anew. */
  retryHeld: (tx: Writer, seq: number): number => tx.run(retryHeld, { seq }),
  /** Another folder: all is to be written there, under the same names where they still fit. */
  startAnew: (tx: Writer, room: number): void => {
    tx.run(dropLong, { room });
    tx.run(startAnew);
  },
};
