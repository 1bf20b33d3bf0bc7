import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Batch, BatchAction } from '#shared/contract/vat-path.ts';
import type { PeriodKey } from '#shared/domain/period.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';

/** One action over many returns. Instants are epoch milliseconds. */
export interface BatchRun {
  readonly id: string;
  readonly action: BatchAction;
  readonly state: Batch['state'];
  /** Who asked for it: each of its steps is this person's, whoever uses the window meanwhile. */
  readonly userId: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

export type RowOutcome = Batch['rows'][number]['outcome'];

export interface BatchTarget {
  readonly clientId: string;
  readonly periodKey: PeriodKey;
}

export interface BatchRow extends BatchTarget {
  readonly position: number;
  readonly returnId: string | null;
  readonly outcome: RowOutcome;
}

/** What became of a row, or that it was begun. */
export interface RowChange {
  readonly outcome: RowOutcome;
  readonly returnId?: string | null;
  readonly code?: string | null;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A row whose return waits in the queue or is on its way, and how that return stands now. */
export interface FollowedRow extends BatchRow {
  readonly state: FilingState;
  readonly error: string | null;
  readonly waitingFor: string | null;
  readonly nextTryAt: number | null;
}

type At = { readonly batchId: string; readonly position: number };
type ShownRow = Omit<Batch['rows'][number], 'params'> & { readonly params: string };

const newest = query<BatchRun>(
  'batch.newest',
  `SELECT id, action, state, user_id AS userId, started_at AS startedAt, finished_at AS finishedAt FROM vat_batch
   ORDER BY rowid DESC LIMIT 1`,
);
const shown = query<ShownRow, { batchId: string }>(
  'batch.shown',
  `SELECT b.client_id AS clientId, coalesce(c.name, '') AS clientName, b.period_key AS periodKey, b.return_id AS returnId, b.outcome, b.code,
     b.params FROM vat_batch_row b LEFT JOIN client c ON c.id = b.client_id WHERE b.batch_id = @batchId ORDER BY b.position`,
);
/** Begun and neither at its end nor in the queue. */
const BEGUN = "outcome = 'working' AND return_id IS NULL";
const begun = query<BatchRow, { batchId: string }>(
  'batch.begun',
  `SELECT position, client_id AS clientId, period_key AS periodKey, return_id AS returnId, outcome FROM vat_batch_row
   WHERE batch_id = @batchId AND ${BEGUN} AND EXISTS (SELECT 1 FROM vat_batch WHERE id = @batchId AND state = 'running')
   ORDER BY position LIMIT 1`,
);
const begin = command<{ batchId: string }>(
  'batch.begin',
  `UPDATE vat_batch_row SET outcome = 'working' WHERE batch_id = @batchId
   AND position = (SELECT min(position) FROM vat_batch_row WHERE batch_id = @batchId AND outcome = 'waiting')`,
);
const followed = query<FollowedRow, { batchId: string }>(
  'batch.followed',
  `SELECT b.position, b.client_id AS clientId, b.period_key AS periodKey, b.return_id AS returnId, b.outcome, r.state, r.error,
     r.waiting_for AS waitingFor, r.next_try_at AS nextTryAt FROM vat_batch_row b JOIN vat_return r ON r.id = b.return_id
   WHERE b.batch_id = @batchId AND b.outcome = 'working' ORDER BY b.position`,
);
const open = query<{ count: number }, { batchId: string }>(
  'batch.open',
  "SELECT count(*) AS count FROM vat_batch_row WHERE batch_id = @batchId AND outcome IN ('waiting', 'working')",
);
const insert = command<{ id: string; action: string; userId: string; now: number }>(
  'batch.insert',
  "INSERT INTO vat_batch (id, action, state, user_id, started_at) VALUES (@id, @action, 'running', @userId, @now)",
);
const insertRows = command<{ batchId: string; targets: string }>(
  'batch.insertRows',
  `INSERT INTO vat_batch_row (batch_id, position, client_id, period_key)
   SELECT @batchId, key, json_extract(value, '$.clientId'), json_extract(value, '$.periodKey') FROM json_each(@targets)`,
);
const setRow = command<At & { outcome: string; returnId: string | null; code: string | null; params: string }>(
  'batch.setRow',
  `UPDATE vat_batch_row SET outcome = @outcome, return_id = coalesce(@returnId, return_id), code = @code, params = @params
   WHERE batch_id = @batchId AND position = @position`,
);
const leave = command<{ batchId: string; code: string }>(
  'batch.leave',
  `UPDATE vat_batch_row SET outcome = 'skipped', code = @code WHERE batch_id = @batchId AND (outcome = 'waiting' OR (${BEGUN}))`,
);
const end = command<{ batchId: string; state: string; now: number }>(
  'batch.end',
  "UPDATE vat_batch SET state = @state, finished_at = @now WHERE id = @batchId AND state = 'running'",
);

export const batches = {
  /** The batch under way or the last one. */
  newest: (db: Reader): BatchRun | undefined => db.get(newest),
  shown: (db: Reader, batchId: string): Batch['rows'] =>
    db.all(shown, { batchId }).map((row) => ({ ...row, params: JSON.parse(row.params) as Batch['rows'][number]['params'] })),
  /** The row under way; after a restart, the one that the program ended at. None when the batch was cancelled. */
  begun: (db: Reader, batchId: string): BatchRow | undefined => db.get(begun, { batchId }),
  /** Begins the next row that waits. @returns how many were begun */
  begin: (tx: Writer, batchId: string): number => tx.run(begin, { batchId }),
  followed: (db: Reader, batchId: string): FollowedRow[] => db.all(followed, { batchId }),
  /** Rows not at their end. */
  open: (db: Reader, batchId: string): number => db.get(open, { batchId })?.count ?? 0,
  insert: (tx: Writer, run: { id: string; action: BatchAction; userId: string; now: number }, targets: readonly BatchTarget[]): void => {
    tx.run(insert, run);
    tx.run(insertRows, { batchId: run.id, targets: JSON.stringify(targets) });
  },
  setRow: (tx: Writer, at: At, { outcome, returnId = null, code = null, params = {} }: RowChange): void => {
    tx.run(setRow, { ...at, outcome, returnId, code, params: JSON.stringify(params) });
  },
  /** What has not begun is left. */
  leave: (tx: Writer, batchId: string, code: string): number => tx.run(leave, { batchId, code }),
  end: (tx: Writer, batchId: string, state: 'cancelled' | 'finished', now: number): number => tx.run(end, { batchId, state, now }),
};
