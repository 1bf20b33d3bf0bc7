import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { PeriodKey } from '#shared/domain/period.ts';
import { GUARD, type Guarded } from '../return-repository.ts';

/** A return that waits to be sent. Instants are epoch milliseconds. */
export interface QueuedReturn {
  readonly id: string;
  readonly clientId: string;
  readonly periodKey: PeriodKey;
  readonly version: number;
  readonly queuedAt: number;
  readonly queuedBy: string | null;
  readonly nextTryAt: number | null;
  readonly attempts: number;
  readonly waitingFor: string | null;
}

const all = query<QueuedReturn>(
  'queue.all',
  `SELECT id, client_id AS clientId, period_key AS periodKey, version, queued_at AS queuedAt, queued_by AS queuedBy, next_try_at AS nextTryAt,
     attempts, waiting_for AS waitingFor FROM vat_return WHERE state = 'queued' ORDER BY queued_at, id`,
);
const enter = command<Guarded>(
  'queue.enter',
  `UPDATE vat_return SET state = 'queued', queued_at = @now, queued_by = @userId, next_try_at = NULL, attempts = 0, waiting_for = NULL,
   error = NULL, ${GUARD} AND state = 'approved'`,
);
const leave = command<Guarded & { error: string | null }>(
  'queue.leave',
  `UPDATE vat_return SET state = 'approved', queued_at = NULL, queued_by = NULL, next_try_at = NULL, attempts = 0, waiting_for = NULL,
   error = @error, ${GUARD} AND state = 'queued'`,
);
/** Nothing a person decided changes, so neither does the version they saw. */
const hold = command<{ id: string; code: string | null; next: number | null }>(
  'queue.hold',
  "UPDATE vat_return SET waiting_for = @code, next_try_at = @next, attempts = attempts + 1 WHERE id = @id AND state = 'queued'",
);
const hope = command<{ codes: string; now: number }>(
  'queue.hope',
  `UPDATE vat_return SET next_try_at = @now, attempts = 0 WHERE state = 'queued' AND waiting_for IS NOT NULL
   AND (next_try_at IS NULL OR next_try_at > @now) AND waiting_for LIKE @codes`,
);
const requeue = command<Guarded & { code: string; error: string }>(
  'queue.requeue',
  `UPDATE vat_return SET state = 'queued', queued_at = coalesce(queued_at, @now), queued_by = coalesce(queued_by, sent_by),
   waiting_for = @code, next_try_at = @now, sent_at = NULL, sent_by = NULL, error = @error,
   ${GUARD} AND state = 'sending'`,
);

export const queued = {
  /** Oldest first. */
  all: (db: Reader): QueuedReturn[] => db.all(all),
  enter: (tx: Writer, at: Guarded): number => tx.run(enter, at),
  leave: (tx: Writer, at: Guarded, error: string | null): number => tx.run(leave, { ...at, error }),
  /** @param next `null`: only when something gives hope again */
  hold: (tx: Writer, id: string, code: string | null, next: number | null): number => tx.run(hold, { id, code, next }),
  /** What waits for one of these codes (an SQL pattern) may be tried now. */
  hope: (tx: Writer, codes: string, now: number): number => tx.run(hope, { codes, now }),
  /** A sending that never left the machine waits again: due as before, until the queue gives it its pause. */
  requeue: (tx: Writer, at: Guarded, code: string, error: string): number => tx.run(requeue, { ...at, code, error }),
};
