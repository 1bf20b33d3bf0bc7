import { command, type Database, query, type Reader } from '#app/platform/db/index.ts';

/**
 * What the list sorts and filters by. Texts that few different rows have come joined: fewer values to make of each row, which is what taking
 * in many of them costs.
 */
export interface TableRow {
  readonly seq: number;
  readonly clientId: string | null;
  /** The four labels, a line each, in the order of LOCALES. */
  readonly labels: string;
  /** Group, archive state, state of work, urgent (0 or 1), seen (0 or 1). */
  readonly state: string;
  readonly modifiedOn: string;
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
  readonly amount: number | null;
  readonly size: number | null;
}

const ROW = `seq, client_id AS clientId, label_fr || char(10) || label_nl || char(10) || label_de || char(10) || label_en AS labels,
  grp || ' ' || archive || ' ' || work || ' ' || urgent || ' ' || (seen_at IS NOT NULL) AS state, modified_on AS modifiedOn,
  assignee_id AS assigneeId, due_on AS dueOn, amount, size`;

const after = query<TableRow, { seq: number; limit: number }>(
  'table.after',
  `SELECT ${ROW} FROM document WHERE seq > @seq ORDER BY seq LIMIT @limit`,
);
const bySeqs = query<TableRow, { seqs: string }>(
  'table.bySeqs',
  `SELECT ${ROW} FROM document WHERE seq IN (SELECT value FROM json_each(@seqs))`,
);
const last = query<{ seq: number }>('table.last', 'SELECT coalesce(max(seq), 0) AS seq FROM document');
const changeRange = query<{ first: number; last: number }>(
  'table.changeRange',
  'SELECT coalesce((SELECT min(n) FROM document_change), 0) AS first, coalesce((SELECT max(n) FROM document_change), 0) AS last',
);
const changesAfter = query<{ n: number; seq: number }, { n: number; limit: number }>(
  'table.changes',
  'SELECT n, seq FROM document_change WHERE n > @n ORDER BY n LIMIT @limit',
);
const cut = command<{ before: number }>('table.cutChanges', 'DELETE FROM document_change WHERE n < @before');

/** Another process may be as far behind. */
const KEPT_CHANGES = 100_000;

export const tableRows = {
  after: (reader: Reader, seq: number, limit: number): TableRow[] => reader.all(after, { seq, limit }),
  of: (reader: Reader, seqs: readonly number[]): TableRow[] => reader.all(bySeqs, { seqs: JSON.stringify(seqs) }),
  last: (reader: Reader): number => reader.get(last)?.seq ?? 0,
  changeRange: (reader: Reader): { first: number; last: number } => reader.get(changeRange)!,
  changesAfter: (reader: Reader, n: number, limit: number): { n: number; seq: number }[] => reader.all(changesAfter, { n, limit }),
  cutChanges: (db: Database): void => {
    const { first, last: newest } = tableRows.changeRange(db);
    if (newest - first < 2 * KEPT_CHANGES) return;
    db.write((tx) => {
      tx.run(cut, { before: newest - KEPT_CHANGES });
    });
  },
};
