import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

export interface Checkable {
  readonly seq: number;
  readonly id: string;
  readonly clientId: string | null;
  readonly archive: string;
  /** Hash of what the document is now. */
  readonly sha256: string | null;
}

export interface Finding {
  readonly documentId: string;
  readonly fr: string;
  readonly nl: string;
  readonly de: string;
  readonly en: string;
  readonly clientName: string | null;
  readonly reason: string;
  readonly restored: number;
}

// Named, since the planner would rather read all stored rows; a statement that could not use the index would not even be prepared.
const STORED = "document INDEXED BY document_whole WHERE archive = 'stored'";
/** As the index of the migration has it, to the letter. */
const WHOLE_AT = 'max(coalesce(verified_at, 0), coalesce(stored_at, 0))';

const totals = query<{ documents: number; bytes: number }>(
  'archive.totals',
  `SELECT count(*) AS documents, coalesce(sum(size), 0) AS bytes FROM ${STORED}`,
);
const uncheckedCount = query<{ count: number }, { before: number }>(
  'archive.uncheckedCount',
  `SELECT count(*) AS count FROM ${STORED} AND ${WHOLE_AT} < @before`,
);
const unchecked = query<Checkable, { before: number; limit: number }>(
  'archive.unchecked',
  `SELECT seq, id, client_id AS clientId, archive, sha256 FROM ${STORED} AND ${WHOLE_AT} < @before
   ORDER BY ${WHOLE_AT}, seq LIMIT @limit`,
);
const one = query<Checkable, { id: string }>(
  'archive.one',
  'SELECT seq, id, client_id AS clientId, archive, sha256 FROM document WHERE id = @id',
);
const contents = query<{ sha256: string }, { seq: number }>(
  'archive.contents',
  `SELECT sha256 FROM document_content WHERE document_seq = @seq
   UNION SELECT sha256 FROM document WHERE seq = @seq AND sha256 IS NOT NULL`,
);
const setVerified = command<{ seqs: string; at: number }>(
  'archive.verified',
  'UPDATE document SET verified_at = @at WHERE seq IN (SELECT value FROM json_each(@seqs))',
);
const setWhole = command<{ id: string; at: number }>(
  'archive.whole',
  `UPDATE document SET archive = 'stored', reason = NULL, verified_at = @at, version = version + 1 WHERE id = @id AND sha256 IS NOT NULL`,
);
const note = command<{ documentId: string; sha256: string; reason: string; foundAt: number; restoredAt: number | null }>(
  'archive.found',
  `INSERT INTO archive_finding (document_id, sha256, reason, found_at, restored_at) VALUES (@documentId, @sha256, @reason, @foundAt, @restoredAt)
   ON CONFLICT (document_id, sha256) DO UPDATE SET reason = excluded.reason, found_at = excluded.found_at, restored_at = excluded.restored_at`,
);
/** Fetched again: the document is stored since. What an older version lost comes back only with a copy. */
const FETCHED = `(d.archive = 'stored' AND d.stored_at >= f.found_at AND NOT EXISTS (
  SELECT 1 FROM document_content c WHERE c.document_seq = d.seq AND c.sha256 = f.sha256 AND d.sha256 <> f.sha256))`;
const findings = query<Finding, { limit: number }>(
  'archive.findings',
  `SELECT f.document_id AS documentId, d.label_fr AS fr, d.label_nl AS nl, d.label_de AS de, d.label_en AS en, c.name AS clientName, f.reason,
     (f.restored_at IS NOT NULL OR ${FETCHED}) AS restored
   FROM archive_finding f JOIN document d ON d.id = f.document_id LEFT JOIN client c ON c.id = d.client_id
   ORDER BY restored, f.found_at DESC LIMIT @limit`,
);
const forgetMended = command(
  'archive.forgetMended',
  `DELETE FROM archive_finding AS f WHERE restored_at IS NOT NULL
     OR EXISTS (SELECT 1 FROM document d WHERE d.id = f.document_id AND ${FETCHED})`,
);

/** What the archive's verification asks of the documents' tables. Instants are epoch milliseconds. */
export const archiveRows = {
  totals: (reader: Reader) => reader.get(totals)!,
  /** Stored documents not known to be whole since `before`. */
  uncheckedCount: (reader: Reader, before: number): number => reader.get(uncheckedCount, { before })!.count,
  /** The same, longest unchecked first. */
  unchecked: (reader: Reader, before: number, limit: number): Checkable[] => reader.all(unchecked, { before, limit }),
  find: (reader: Reader, id: string): Checkable | undefined => reader.get(one, { id }),
  /** Hashes of all contents stored for a document, older versions included. */
  contents: (reader: Reader, seq: number): string[] => reader.all(contents, { seq }).map(({ sha256 }) => sha256),
  verified: (tx: Writer, seqs: readonly number[], at: number): number => tx.run(setVerified, { seqs: JSON.stringify(seqs), at }),
  /** The document is what it was. */
  whole: (tx: Writer, id: string, at: number): number => tx.run(setWhole, { id, at }),
  found: (
    tx: Writer,
    finding: { documentId: string; sha256: string; reason: string; foundAt: number; restoredAt: number | null },
  ): number => tx.run(note, finding),
  findings: (reader: Reader, limit: number): Finding[] => reader.all(findings, { limit }),
  forgetMended: (tx: Writer): number => tx.run(forgetMended),
};
