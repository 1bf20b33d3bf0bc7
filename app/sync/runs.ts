import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

/** One run of a sync, as the table keeps it. `outcome` `ok`, `cancelled` or a code. */
export interface SyncRun {
  readonly id: string;
  readonly clientId: string | null;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly documents: number;
  readonly failed: number;
  readonly outcome: string | null;
}

const COLUMNS = `id, client_id AS clientId, started_at AS startedAt, finished_at AS finishedAt, documents, failed, outcome`;
const begin = command<{ id: string; clientId: string | null; startedAt: number }>(
  'runs.begin',
  'INSERT INTO sync_run (id, client_id, started_at) VALUES (@id, @clientId, @startedAt)',
);
const end = command<{ id: string; finishedAt: number; documents: number; failed: number; outcome: string }>(
  'runs.end',
  'UPDATE sync_run SET finished_at = @finishedAt, documents = @documents, failed = @failed, outcome = @outcome WHERE id = @id',
);
const closeOpen = command<{ finishedAt: number }>(
  'runs.closeOpen',
  "UPDATE sync_run SET finished_at = @finishedAt, outcome = 'interrupted' WHERE finished_at IS NULL",
);
const open = query<SyncRun>('runs.open', `SELECT ${COLUMNS} FROM sync_run WHERE finished_at IS NULL ORDER BY id DESC LIMIT 1`);
const last = query<SyncRun>('runs.last', `SELECT ${COLUMNS} FROM sync_run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1`);
const lastGood = query<{ at: number | null }>(
  'runs.lastGood',
  "SELECT max(finished_at) AS at FROM sync_run WHERE outcome = 'ok' AND client_id IS NULL",
);
const failures = query<{ count: number; last: number | null; outcome: string | null }>(
  'runs.failures',
  `SELECT count(*) AS count, max(finished_at) AS last, outcome FROM sync_run
   WHERE client_id IS NULL AND finished_at IS NOT NULL AND outcome NOT IN ('ok', 'sync.cancelled')
     AND started_at > coalesce((SELECT max(started_at) FROM sync_run WHERE outcome = 'ok' AND client_id IS NULL), 0)`,
);

export const runs = {
  begin: (tx: Writer, run: { id: string; clientId: string | null; startedAt: number }): number => tx.run(begin, run),
  end: (tx: Writer, run: { id: string; finishedAt: number; documents: number; failed: number; outcome: string }): number =>
    tx.run(end, run),
  /** Ends what a killed process left open. */
  closeOpen: (tx: Writer, finishedAt: number): number => tx.run(closeOpen, { finishedAt }),
  open: (reader: Reader): SyncRun | undefined => reader.get(open),
  last: (reader: Reader): SyncRun | undefined => reader.get(last),
  /** Runs of everything that failed since the last that did not: how many, when the last ended and why. */
  failures: (reader: Reader): { readonly count: number; readonly last: number | null; readonly outcome: string | null } =>
    reader.get(failures)!,
  lastGood: (reader: Reader): number | null => reader.get(lastGood)?.at ?? null,
};
