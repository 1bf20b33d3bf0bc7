import { PLACEABLE_COLUMNS, type StoredPlaceable } from '#app/mirror/stored-placeable.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import type { ArchiveState, WorkState } from '#shared/contract/documents.ts';

/** A document of a selection as the database has it. */
export interface ExportRow extends StoredPlaceable {
  readonly id: string;
  readonly archive: ArchiveState;
  readonly reason: string | null;
  readonly work: WorkState;
  readonly assigneeId: string | null;
  /** JSON array of strings. */
  readonly tags: string;
  readonly note: string;
  readonly dueOn: string | null;
  readonly amount: number | null;
  readonly sha256: string | null;
}

const ordered = query<{ seq: number }, { seqs: string }>(
  'exports.ordered',
  `SELECT d.seq FROM document d LEFT JOIN client c ON c.id = d.client_id WHERE d.seq IN (SELECT value FROM json_each(@seqs))
   ORDER BY c.name COLLATE NOCASE, c.id, d.modified_on DESC, d.seq DESC`,
);
const rows = query<ExportRow, { seqs: string }>(
  'exports.rows',
  `SELECT ${PLACEABLE_COLUMNS},
     d.id, d.archive, d.reason, d.work, d.assignee_id AS assigneeId, d.note, d.due_on AS dueOn, d.amount, d.sha256,
     (SELECT json_group_array(tag) FROM document_tag WHERE document_seq = d.seq) AS tags
   FROM json_each(@seqs) chosen JOIN document d ON d.seq = chosen.value LEFT JOIN client c ON c.id = d.client_id ORDER BY chosen.key`,
);

/** By client, the newest first. */
export const orderedSeqs = (reader: Reader, seqs: readonly number[]): number[] =>
  reader.all(ordered, { seqs: JSON.stringify(seqs) }).map(({ seq }) => seq);
/** In the order asked for. */
export const exportRows = (reader: Reader, seqs: readonly number[]): ExportRow[] => reader.all(rows, { seqs: JSON.stringify(seqs) });
