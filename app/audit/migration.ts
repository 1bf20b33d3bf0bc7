import type { Migration } from '#app/platform/db/index.ts';

/** Append-only, held by the database itself: evidence of the last twelve months must be producible. */
export const auditMigration: Migration = {
  name: 'audit-001',
  sql: `
    CREATE TABLE audit (
      id TEXT PRIMARY KEY,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      user_id TEXT,
      client_id TEXT,
      subject_id TEXT,
      correlation_id TEXT,
      status INTEGER,
      params TEXT NOT NULL DEFAULT '{}',
      shown INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX audit_shown ON audit (id) WHERE shown = 1;
    CREATE INDEX audit_subject ON audit (subject_id, id) WHERE subject_id IS NOT NULL;
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  `,
};
