import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { FactSource } from '#shared/contract/documents.ts';
import type { FactBox, FactKind, ReadState } from '#shared/contract/reading.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Effective } from './effective.ts';
import type { ReadFact } from './readers/read-facts.ts';

/** What reading needs to know of a document. */
export interface Readable {
  readonly seq: number;
  readonly id: string;
  readonly clientId: string | null;
  readonly sha256: string | null;
  readonly mimeType: string | null;
  readonly modifiedOn: LocalDate;
  readonly labelKey: string;
  readonly state: ReadState;
  readonly reason: string | null;
  readonly pages: number | null;
  /** Readings begun and never ended. */
  readonly attempts: number;
}

export interface StoredFact {
  readonly kind: FactKind;
  readonly source: Exclude<FactSource, 'label'>;
  readonly value: string | null;
  readonly written: string;
  readonly page: number | null;
  readonly boxes: readonly FactBox[];
}
type FactRow = Omit<StoredFact, 'boxes'> & { readonly boxes: string };

const COLUMNS = `d.seq, d.id, d.client_id AS clientId, d.sha256, d.mime_type AS mimeType, d.modified_on AS modifiedOn, d.label_key AS labelKey,
  d.read_state AS state, r.reason, r.pages, CASE WHEN r.sha256 = d.sha256 THEN r.attempts ELSE 0 END AS attempts`;
const TABLES = 'document d LEFT JOIN reading r ON r.document_seq = d.seq';

const byId = query<Readable, { id: string }>('reading.document', `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.id = @id`);
// A document that was begun before and never ended comes last, and alone.
const waiting = query<Readable, { limit: number }>(
  'reading.waiting',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.read_state = 'waiting' AND d.archive = 'stored' AND coalesce(r.attempts, 0) = 0
   ORDER BY d.urgent DESC, d.seq DESC LIMIT @limit`,
);
const tried = query<Readable>(
  'reading.tried',
  `SELECT ${COLUMNS} FROM ${TABLES} WHERE d.read_state = 'waiting' AND d.archive = 'stored' ORDER BY d.urgent DESC, d.seq DESC LIMIT 1`,
);
const begin = command<{ seq: number; sha256: string }>(
  'reading.begin',
  `INSERT INTO reading (document_seq, sha256, attempts) VALUES (@seq, @sha256, 1)
   ON CONFLICT (document_seq) DO UPDATE SET attempts = CASE WHEN sha256 = excluded.sha256 THEN attempts + 1 ELSE 1 END, sha256 = excluded.sha256`,
);
const end = command<{ seq: number; reason: string | null; pages: number | null; now: number }>(
  'reading.end',
  'UPDATE reading SET attempts = 0, reason = @reason, pages = @pages, read_at = @now WHERE document_seq = @seq',
);
const giveBack = command<{ seq: number }>(
  'reading.giveBack',
  'UPDATE reading SET attempts = max(0, attempts - 1) WHERE document_seq = @seq',
);
const setState = command<{ seq: number; state: ReadState; sha256: string | null }>(
  'reading.state',
  'UPDATE document SET read_state = @state, version = version + 1 WHERE seq = @seq AND sha256 IS @sha256',
);
const askAgain = command<{ seqs: string }>(
  'reading.again',
  `UPDATE document SET read_state = 'waiting' WHERE archive = 'stored' AND seq IN (SELECT value FROM json_each(@seqs))`,
);
const forgetTries = command<{ seqs: string }>(
  'reading.forgetTries',
  'UPDATE reading SET attempts = 0 WHERE document_seq IN (SELECT value FROM json_each(@seqs))',
);
const counts = query<{ state: ReadState; count: number }>(
  'reading.counts',
  'SELECT read_state AS state, count(*) AS count FROM document GROUP BY read_state',
);
const factsOf = query<FactRow, { seq: number }>(
  'reading.facts',
  'SELECT kind, source, value, written, page, boxes FROM fact WHERE document_seq = @seq',
);
const dropMachine = command<{ seq: number }>('reading.dropMachine', "DELETE FROM fact WHERE document_seq = @seq AND source = 'machine'");
const dropFact = command<{ seq: number; kind: FactKind }>(
  'reading.dropFact',
  "DELETE FROM fact WHERE document_seq = @seq AND kind = @kind AND source = 'person'",
);
const putFact = command<{
  seq: number;
  kind: FactKind;
  source: StoredFact['source'];
  value: string | null;
  written: string;
  page: number | null;
  boxes: string;
  now: number;
  by: string | null;
}>(
  'reading.putFact',
  `INSERT INTO fact (document_seq, kind, source, value, written, page, boxes, said_at, said_by)
   VALUES (@seq, @kind, @source, @value, @written, @page, @boxes, @now, @by)
   ON CONFLICT (document_seq, kind, source) DO UPDATE SET value = excluded.value, written = excluded.written, page = excluded.page,
     boxes = excluded.boxes, said_at = excluded.said_at, said_by = excluded.said_by`,
);
const setEffective = command<{
  seq: number;
  dueOn: LocalDate | null;
  dueBy: FactSource | null;
  amount: Cents | null;
  amountBy: FactSource | null;
}>(
  'reading.effective',
  `UPDATE document SET due_on = @dueOn, due_by = @dueBy, amount = @amount, amount_by = @amountBy, version = version + 1
   WHERE seq = @seq AND (due_on IS NOT @dueOn OR due_by IS NOT @dueBy OR amount IS NOT @amount OR amount_by IS NOT @amountBy)`,
);

export const readings = {
  find: (reader: Reader, id: string): Readable | undefined => reader.get(byId, { id }),
  /** Those to be read next, the urgent and the newest first. */
  next: (reader: Reader, limit: number): Readable[] => {
    const fresh = reader.all(waiting, { limit });
    return fresh.length > 0 ? fresh : reader.all(tried);
  },
  begin: (tx: Writer, seq: number, sha256: string): number => tx.run(begin, { seq, sha256 }),
  /** It was begun and could not be tried after all. */
  giveBack: (tx: Writer, seq: number): number => tx.run(giveBack, { seq }),
  /** How it ended; changes nothing of a document whose content is another by now. */
  end: (
    tx: Writer,
    { seq, sha256 }: Readable,
    result: { state: ReadState; reason: string | null; pages: number | null; now: number },
  ): void => {
    const { state, reason, pages, now } = result;
    tx.run(end, { seq, reason, pages, now });
    tx.run(setState, { seq, state, sha256 });
  },
  again: (tx: Writer, seqs: readonly number[]): number => {
    tx.run(forgetTries, { seqs: JSON.stringify(seqs) });
    return tx.run(askAgain, { seqs: JSON.stringify(seqs) });
  },
  counts: (reader: Reader): Partial<Record<ReadState, number>> =>
    Object.fromEntries(reader.all(counts).map(({ state, count }) => [state, count])),
  facts: (reader: Reader, seq: number): StoredFact[] =>
    reader.all(factsOf, { seq }).map((row) => ({ ...row, boxes: JSON.parse(row.boxes) as FactBox[] })),
  setMachineFacts: (tx: Writer, seq: number, facts: readonly ReadFact[], now: number): void => {
    tx.run(dropMachine, { seq });
    for (const { kind, value, written, page, boxes } of facts) {
      tx.run(putFact, { seq, kind, source: 'machine', value, written, page, boxes: JSON.stringify(boxes), now, by: null });
    }
  },
  setPersonFact: (tx: Writer, fact: { seq: number; kind: FactKind; value: string | null; now: number; by: string | null }): number =>
    tx.run(putFact, { ...fact, source: 'person', written: '', page: null, boxes: '[]' }),
  dropPersonFact: (tx: Writer, seq: number, kind: FactKind): number => tx.run(dropFact, { seq, kind }),
  setEffective: (tx: Writer, seq: number, { dueOn, dueBy, amount, amountBy }: Effective): number =>
    tx.run(setEffective, { seq, dueOn, dueBy, amount, amountBy }),
};
