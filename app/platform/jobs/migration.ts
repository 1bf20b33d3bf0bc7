import type { Migration } from '#app/platform/db/index.ts';

/**
 * Long work is a row. `scope`: what a rate limit pauses as a whole (the connected enterprise). `audience`: whom it is for (a client), to
 * run a part. `requested`: somebody waits for this very one, so it runs at any time. `rank`: order
 * within a priority, highest first. `active`: a process has it in hand; reset at start-up.
 */
export const jobsMigration: Migration = {
  name: 'jobs-001',
  sql: `
    CREATE TABLE job (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      scope TEXT NOT NULL,
      audience TEXT,
      priority INTEGER NOT NULL,
      rank TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_try_at INTEGER NOT NULL DEFAULT 0,
      active INTEGER NOT NULL DEFAULT 0,
      requested INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      payload TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      UNIQUE (kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX job_next ON job (kind, active, priority, rank DESC);
  `,
};

/** Everything that decides whether a row may run is in the index: a queue of thousands is looked through at every answer. */
export const jobsIndexMigration: Migration = {
  name: 'jobs-002',
  sql: `
    DROP INDEX job_next;
    CREATE INDEX job_next ON job (kind, active, priority, rank DESC, id, scope, next_try_at, attempts, requested, audience);
  `,
};
