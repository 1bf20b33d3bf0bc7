import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';

/** One thing that happened to a return, as it must be shown to an auditor. `at` is in epoch milliseconds. */
export interface Evidence {
  readonly at: number;
  /** A filing event, or `made`, `saved`, `imported`, `notSent`. */
  readonly event: string;
  readonly userId: string | null;
  readonly correlationId: string | null;
  readonly status: number | null;
  readonly sha256: string | null;
  /** Code or reason in words. */
  readonly reason: string | null;
}

export type NewEvidence = Partial<Omit<Evidence, 'event'>> & {
  readonly id: string;
  readonly returnId: string;
  readonly at: number;
  readonly event: string;
};

const insert = command<Evidence & { id: string; returnId: string }>(
  'filingEvent.append',
  `INSERT INTO filing_event (id, return_id, at, event, user_id, correlation_id, status, sha256, reason)
   VALUES (@id, @returnId, @at, @event, @userId, @correlationId, @status, @sha256, @reason)`,
);
const list = query<Evidence, { returnId: string }>(
  'filingEvent.list',
  `SELECT at, event, user_id AS userId, correlation_id AS correlationId, status, sha256, reason FROM filing_event
   WHERE return_id = @returnId ORDER BY seq`,
);

const firstSent = query<{ at: number | null }, { returnId: string; sha256: string }>(
  'filingEvent.firstSent',
  "SELECT min(at) AS at FROM filing_event WHERE return_id = @returnId AND event = 'send' AND sha256 = @sha256",
);
const has = query<{ n: number }, { returnId: string; event: string; sha256: string }>(
  'filingEvent.has',
  'SELECT count(*) AS n FROM filing_event WHERE return_id = @returnId AND event = @event AND sha256 = @sha256',
);

export const evidence = {
  /** When these very bytes were sent for the first time; a released return is sent more than once. */
  firstSent: (db: Reader, returnId: string, sha256: string): number | null => db.get(firstSent, { returnId, sha256 })?.at ?? null,
  /** Whether this happened to these very bytes. */
  has: (db: Reader, returnId: string, event: string, sha256: string): boolean => (db.get(has, { returnId, event, sha256 })?.n ?? 0) > 0,
  append: (tx: Writer, row: NewEvidence): void => {
    tx.run(insert, { userId: null, correlationId: null, status: null, sha256: null, reason: null, ...row });
  },
  /** Oldest first. */
  of: (db: Reader, returnId: string): Evidence[] => db.all(list, { returnId }),
};
