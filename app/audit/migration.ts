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

/**
 * Each row carries the hash of itself and of the row before; `audit_head` says, under a key, where the chain ends. Rows of before are
 * chained at the next start (their `hash` is NULL until then). A row may be deleted only below an anchor that carries its hash.
 */
export const auditChainMigration: Migration = {
  name: 'audit-002',
  sql: `
    CREATE TABLE audit_chained (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      user_id TEXT,
      client_id TEXT,
      subject_id TEXT,
      correlation_id TEXT,
      status INTEGER,
      duration_ms INTEGER,
      bytes INTEGER,
      params TEXT NOT NULL DEFAULT '{}',
      shown INTEGER NOT NULL,
      hash BLOB
    ) STRICT;
    INSERT INTO audit_chained (seq, id, at, kind, user_id, client_id, subject_id, correlation_id, status, params, shown)
      SELECT row_number() OVER (ORDER BY rowid), id, at, kind, user_id, client_id, subject_id, correlation_id, status, params, shown
      FROM audit;
    DROP TABLE audit;
    ALTER TABLE audit_chained RENAME TO audit;
    CREATE INDEX audit_shown ON audit (id) WHERE shown = 1;
    CREATE INDEX audit_subject ON audit (subject_id, seq) WHERE subject_id IS NOT NULL;
    CREATE INDEX audit_at ON audit (at);

    CREATE TABLE audit_head (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      mac BLOB NOT NULL
    ) STRICT;
    CREATE TABLE audit_anchor (
      kind TEXT NOT NULL CHECK (kind IN ('pruned', 'verified')),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL,
      at INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      mac BLOB NOT NULL,
      PRIMARY KEY (kind, seq)
    ) STRICT;

    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit WHEN OLD.hash IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
      WHEN NOT EXISTS (SELECT 1 FROM audit_anchor WHERE kind = 'pruned' AND seq >= OLD.seq)
      BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_anchor_no_update BEFORE UPDATE ON audit_anchor BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_anchor_no_delete BEFORE DELETE ON audit_anchor BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
  `,
};
