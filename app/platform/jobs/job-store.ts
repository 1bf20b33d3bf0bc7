import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { Gate, Job, NewJob } from './job.ts';

/** Rows further in the future do not belong to the work under way. */
const HORIZON_MS = 10 * 60_000;

interface StoredJob {
  readonly id: string;
  readonly key: string;
  readonly scope: string;
  readonly audience: string | null;
  readonly attempts: number;
  readonly requested: number;
  readonly payload: string;
}

interface GateParams {
  readonly kind: string;
  readonly open: number;
  readonly audience: string | null;
  readonly maxAttempts: number;
}

const IN_GATE = `kind = @kind AND attempts < @maxAttempts
  AND (requested = 1 OR (@open = 1 AND (@audience IS NULL OR audience = @audience)))`;

const insert = command<
  Omit<NewJob, 'payload' | 'requested' | 'notBefore'> & { id: string; payload: string; requested: number; notBefore: number; now: number }
>(
  'jobs.enqueue',
  `INSERT INTO job (id, kind, key, scope, audience, priority, rank, requested, next_try_at, payload, created_at)
   VALUES (@id, @kind, @key, @scope, @audience, @priority, @rank, @requested, @notBefore, @payload, @now)
   ON CONFLICT (kind, key) DO UPDATE SET priority = min(priority, excluded.priority), requested = max(requested, excluded.requested),
     scope = excluded.scope, audience = excluded.audience, rank = excluded.rank,
     attempts = CASE WHEN excluded.requested = 1 THEN 0 ELSE attempts END,
     next_try_at = CASE WHEN excluded.requested = 1 THEN excluded.next_try_at ELSE next_try_at END`,
);
const next = query<StoredJob, GateParams & { paused: string; now: number; limit: number }>(
  'jobs.next',
  `SELECT id, key, scope, audience, attempts, requested, payload FROM job
   WHERE active = 0 AND ${IN_GATE} AND next_try_at <= @now AND scope NOT IN (SELECT value FROM json_each(@paused))
   ORDER BY priority, rank DESC, id LIMIT @limit`,
);
const activate = command<{ ids: string }>('jobs.activate', 'UPDATE job SET active = 1 WHERE id IN (SELECT value FROM json_each(@ids))');
const release = command<{ id: string; attempts: number; nextTryAt: number; reason: string | null }>(
  'jobs.release',
  'UPDATE job SET active = 0, attempts = @attempts, next_try_at = @nextTryAt, reason = @reason WHERE id = @id',
);
const remove = command<{ ids: string }>('jobs.remove', 'DELETE FROM job WHERE id IN (SELECT value FROM json_each(@ids))');
const removeByKey = command<{ kind: string; key: string }>('jobs.removeByKey', 'DELETE FROM job WHERE kind = @kind AND key = @key');
const resetActive = command('jobs.resetActive', 'UPDATE job SET active = 0 WHERE active = 1');
const retryAll = command<{ kind: string; soon: number }>(
  'jobs.retryAll',
  'UPDATE job SET attempts = 0, next_try_at = 0 WHERE kind = @kind AND active = 0 AND next_try_at <= @soon',
);
const times = query<{ scope: string; at: number }, GateParams & { soon: number }>(
  'jobs.times',
  `SELECT scope, min(next_try_at) AS at FROM job WHERE active = 0 AND ${IN_GATE} AND next_try_at <= @soon GROUP BY scope`,
);
const audiences = query<{ audience: string | null; count: number }, GateParams & { soon: number }>(
  'jobs.audiences',
  `SELECT audience, count(*) AS count FROM job WHERE ${IN_GATE} AND next_try_at <= @soon GROUP BY audience`,
);

export interface JobStore {
  enqueue(tx: Writer, job: NewJob): void;
  /** Takes rows in hand, most pressing first. */
  claim(tx: Writer, gate: Gate, paused: readonly string[], limit: number): Job<unknown>[];
  release(tx: Writer, id: string, change: { attempts: number; nextTryAt: number; reason: string | null }): void;
  remove(tx: Writer, ids: readonly string[]): void;
  removeByKey(tx: Writer, key: string): void;
  /** Rows that an ended process had in hand. */
  resetActive(tx: Writer): void;
  /** Gives rows that used up their tries new ones. */
  retryAll(tx: Writer): void;
  /** Earliest try per scope among rows of the near future. */
  times(reader: Reader, gate: Gate): { readonly scope: string; readonly at: number }[];
  /** How much there is to do for whom. */
  audiences(reader: Reader, gate: Gate): { readonly audience: string | null; readonly count: number }[];
}

export function createJobStore(kind: string, maxAttempts: number, id: () => string, now: () => number): JobStore {
  const gated = ({ open, audience }: Gate): GateParams => ({ kind, open: open ? 1 : 0, audience, maxAttempts });
  return {
    enqueue: (tx, { requested, payload, notBefore = 0, ...job }) => {
      tx.run(insert, { ...job, id: id(), requested: requested ? 1 : 0, notBefore, payload: JSON.stringify(payload), now: now() });
    },
    claim: (tx, gate, paused, limit) => {
      const rows = tx.all(next, { ...gated(gate), paused: JSON.stringify(paused), now: now(), limit });
      tx.run(activate, { ids: JSON.stringify(rows.map((row) => row.id)) });
      return rows.map((row) => ({ ...row, requested: row.requested === 1, payload: JSON.parse(row.payload) as unknown }));
    },
    release: (tx, jobId, change) => {
      tx.run(release, { id: jobId, ...change });
    },
    remove: (tx, ids) => {
      tx.run(remove, { ids: JSON.stringify(ids) });
    },
    removeByKey: (tx, key) => {
      tx.run(removeByKey, { kind, key });
    },
    resetActive: (tx) => {
      tx.run(resetActive);
    },
    retryAll: (tx) => {
      tx.run(retryAll, { kind, soon: now() + HORIZON_MS });
    },
    times: (reader, gate) => reader.all(times, { ...gated(gate), soon: now() + HORIZON_MS }),
    audiences: (reader, gate) => reader.all(audiences, { ...gated(gate), soon: now() + HORIZON_MS }),
  };
}
