import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

export interface JobRow {
  readonly id: string;
  readonly state: 'proposed' | 'approved' | 'done' | 'rejected';
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  readonly documents: number;
  readonly bytes: number;
  readonly erased: number;
  readonly kept: number;
}
export interface ItemRow {
  readonly documentId: string;
  readonly clientId: string | null;
  readonly clientName: string;
  readonly label: string;
  readonly grp: string;
  readonly modifiedOn: string;
  readonly keptUntil: string;
  readonly bytes: number;
  readonly copies: string;
  readonly state: 'listed' | 'erased' | 'kept';
  readonly reason: string | null;
}
export interface HoldRow {
  readonly id: string;
  readonly clientId: string | null;
  readonly documentId: string | null;
  readonly about: string;
  readonly reason: string;
  readonly placedBy: string | null;
  readonly placedAt: number;
}
export interface PastHoldRow extends Omit<HoldRow, 'about'> {
  readonly liftedBy: string | null;
  readonly liftedAt: number | null;
}
export interface DueRow {
  readonly seq: number;
  readonly documentId: string;
  readonly uuid: string;
  readonly clientId: string | null;
  readonly clientName: string;
  readonly label: string;
  readonly grp: string;
  readonly modifiedOn: string;
  readonly bytes: number;
  readonly copies: string;
}

/** Documents of a group between two dates, both included. */
export interface DueOf {
  readonly grp: string;
  readonly from: string;
  readonly through: string;
}

const HELD = `EXISTS (SELECT 1 FROM retention_hold h WHERE h.lifted_at IS NULL AND (h.document_id = d.id OR h.client_id = d.client_id))`;
const LABEL = `json_object('fr', d.label_fr, 'nl', d.label_nl, 'de', d.label_de, 'en', d.label_en)`;
const DUE = `FROM document d LEFT JOIN client c ON c.id = d.client_id
  WHERE d.archive IN ('stored', 'damaged') AND d.grp = @grp AND d.modified_on BETWEEN @from AND @through AND NOT ${HELD}`;
const due = query<DueRow, DueOf>(
  'retention.due',
  `SELECT d.seq, d.id AS documentId, d.uuid, d.client_id AS clientId, coalesce(c.name, '') AS clientName, ${LABEL} AS label, d.grp,
     d.modified_on AS modifiedOn, coalesce((SELECT sum(size) FROM document_content t WHERE t.document_seq = d.seq), 0) AS bytes,
     (SELECT json_group_array(m.path) FROM mirror_file m WHERE m.document_seq = d.seq AND m.state = 'written') AS copies
   ${DUE} ORDER BY d.modified_on, d.seq`,
);
const dueCount = query<{ count: number }, DueOf>('retention.dueCount', `SELECT count(*) AS count ${DUE}`);
const oldest = query<{ day: string | null }, { grp: string; after: string; until: string }>(
  'retention.oldest',
  `SELECT min(modified_on) AS day FROM document WHERE archive IN ('stored', 'damaged') AND grp = @grp AND modified_on > @after AND modified_on <= @until`,
);
const held = query<{ held: number }, { documentId: string }>(
  'retention.held',
  `SELECT ${HELD} AS held FROM document d WHERE d.id = @documentId`,
);

const holds = query<HoldRow>(
  'retention.holds',
  `SELECT h.id, h.client_id AS clientId, h.document_id AS documentId, h.reason, h.placed_by AS placedBy, h.placed_at AS placedAt,
     coalesce(c.name, trim(coalesce(d.label_fr, '') || ' · ' || coalesce(o.name, ''), ' ·')) AS about
   FROM retention_hold h LEFT JOIN client c ON c.id = h.client_id LEFT JOIN document d ON d.id = h.document_id
   LEFT JOIN client o ON o.id = d.client_id WHERE h.lifted_at IS NULL ORDER BY h.placed_at DESC, h.id`,
);
const holdsOf = query<PastHoldRow, { documentId: string }>(
  'retention.holdsOf',
  `SELECT h.id, h.client_id AS clientId, h.document_id AS documentId, h.reason, h.placed_by AS placedBy, h.placed_at AS placedAt,
     h.lifted_by AS liftedBy, h.lifted_at AS liftedAt
   FROM document d JOIN retention_hold h ON h.document_id = d.id OR h.client_id = d.client_id
   WHERE d.id = @documentId ORDER BY h.placed_at DESC, h.id DESC`,
);
const addHold = command<{ id: string; clientId: string | null; documentId: string | null; reason: string; by: string; at: number }>(
  'retention.addHold',
  'INSERT INTO retention_hold (id, client_id, document_id, reason, placed_by, placed_at) VALUES (@id, @clientId, @documentId, @reason, @by, @at)',
);
const liftHold = command<{ id: string; by: string; at: number }>(
  'retention.liftHold',
  'UPDATE retention_hold SET lifted_by = @by, lifted_at = @at WHERE id = @id AND lifted_at IS NULL',
);
const known = query<{ client: number; document: number }, { id: string }>(
  'retention.known',
  'SELECT EXISTS (SELECT 1 FROM client WHERE id = @id) AS client, EXISTS (SELECT 1 FROM document WHERE id = @id) AS document',
);

const jobs = query<JobRow>(
  'retention.jobs',
  `SELECT j.id, j.state, j.proposed_by AS proposedBy, j.proposed_at AS proposedAt, j.decided_by AS decidedBy, j.decided_at AS decidedAt,
     count(*) AS documents, sum(i.bytes) AS bytes, sum(i.state = 'erased') AS erased, sum(i.state = 'kept') AS kept
   FROM deletion_job j JOIN deletion_item i ON i.job_id = j.id GROUP BY j.id ORDER BY j.proposed_at DESC, j.id DESC`,
);
const addJob = command<{ id: string; by: string; at: number }>(
  'retention.addJob',
  "INSERT INTO deletion_job (id, state, proposed_by, proposed_at) VALUES (@id, 'proposed', @by, @at)",
);
const decide = command<{ id: string; state: string; by: string; at: number }>(
  'retention.decide',
  "UPDATE deletion_job SET state = @state, decided_by = @by, decided_at = @at WHERE id = @id AND state = 'proposed'",
);
const finish = command<{ id: string }>('retention.finish', "UPDATE deletion_job SET state = 'done' WHERE id = @id AND state = 'approved'");
const addItem = command<{ jobId: string; keptUntil: string } & { [K in Exclude<keyof DueRow, 'seq'>]: DueRow[K] }>(
  'retention.addItem',
  `INSERT INTO deletion_item (job_id, document_id, uuid, client_id, client_name, label, grp, modified_on, kept_until, bytes, copies)
   VALUES (@jobId, @documentId, @uuid, @clientId, @clientName, @label, @grp, @modifiedOn, @keptUntil, @bytes, @copies)`,
);
const items = query<ItemRow, { jobId: string }>(
  'retention.items',
  `SELECT document_id AS documentId, client_id AS clientId, client_name AS clientName, label, grp, modified_on AS modifiedOn,
     kept_until AS keptUntil, bytes, copies, state, reason FROM deletion_item WHERE job_id = @jobId ORDER BY modified_on, document_id`,
);
const settle = command<{ jobId: string; documentId: string; state: string; reason: string | null }>(
  'retention.settle',
  'UPDATE deletion_item SET state = @state, reason = @reason WHERE job_id = @jobId AND document_id = @documentId',
);

const documentSeq = query<{ seq: number; grp: string; modifiedOn: string }, { id: string }>(
  'retention.document',
  'SELECT seq, grp, modified_on AS modifiedOn FROM document WHERE id = @id',
);
/** Contents of one document that no other has. */
const ownContents = query<{ sha256: string }, { seq: number }>(
  'retention.ownContents',
  `SELECT sha256 FROM document_content c WHERE document_seq = @seq
   AND NOT EXISTS (SELECT 1 FROM document_content o WHERE o.sha256 = c.sha256 AND o.document_seq <> c.document_seq)`,
);
const excluding = command<{ seq: number }>(
  'retention.excluding',
  "UPDATE document SET archive = 'excluded', reason = 'retention.erasing', version = version + 1 WHERE seq = @seq",
);
const noteErasure = command<{ file: string; at: number; length: number }>(
  'retention.noteErasure',
  'INSERT OR IGNORE INTO archive_erasure (file, at, length) VALUES (@file, @at, @length)',
);
const erasures = query<{ count: number }, { file: string }>(
  'retention.erasures',
  'SELECT count(*) AS count FROM archive_erasure WHERE file = @file',
);

/** The tables of holds and deletions. Instants are epoch milliseconds. */
export const retentionRows = {
  due: (reader: Reader, of: DueOf): DueRow[] => reader.all(due, of),
  dueCount: (reader: Reader, of: DueOf): number => reader.get(dueCount, of)!.count,
  /** The oldest date of a stored document after a day, up to another. */
  oldest: (reader: Reader, grp: string, after: string, until: string): string | null =>
    reader.get(oldest, { grp, after, until })?.day ?? null,
  isHeld: (reader: Reader, documentId: string): boolean => reader.get(held, { documentId })?.held === 1,
  /** All of one document and of its client, lifted ones too. */
  holdsOf: (reader: Reader, documentId: string): PastHoldRow[] => reader.all(holdsOf, { documentId }),
  holds: (reader: Reader): HoldRow[] => reader.all(holds),
  addHold: (tx: Writer, hold: Parameters<NonNullable<(typeof addHold)['params']>>[0]): number => tx.run(addHold, hold),
  liftHold: (tx: Writer, id: string, by: string, at: number): number => tx.run(liftHold, { id, by, at }),
  known: (reader: Reader, id: string) => reader.get(known, { id })!,
  jobs: (reader: Reader): JobRow[] => reader.all(jobs),
  addJob: (tx: Writer, id: string, by: string, at: number): number => tx.run(addJob, { id, by, at }),
  addItem: (tx: Writer, jobId: string, { seq: _, ...row }: DueRow, keptUntil: string): number =>
    tx.run(addItem, { ...row, jobId, keptUntil }),
  decide: (tx: Writer, id: string, state: 'approved' | 'rejected', by: string, at: number): number => tx.run(decide, { id, state, by, at }),
  finish: (tx: Writer, id: string): number => tx.run(finish, { id }),
  items: (reader: Reader, jobId: string): ItemRow[] => reader.all(items, { jobId }),
  settle: (tx: Writer, jobId: string, documentId: string, state: 'erased' | 'kept', reason: string | null): number =>
    tx.run(settle, { jobId, documentId, state, reason }),
  document: (reader: Reader, id: string) => reader.get(documentSeq, { id }),
  ownContents: (reader: Reader, seq: number): string[] => reader.all(ownContents, { seq }).map(({ sha256 }) => sha256),
  exclude: (tx: Writer, seq: number): number => tx.run(excluding, { seq }),
  noteErasure: (tx: Writer, file: string, at: number, length: number): number => tx.run(noteErasure, { file, at, length }),
  erasures: (reader: Reader, file: string): number => reader.get(erasures, { file })!.count,
};
