import type { Migration } from '#app/platform/db/index.ts';

/**
 * `retention_hold`: why something is kept beyond its time. `deletion_item`: what was listed, approved and erased, kept as the proof of it.
 * `archive_erasure`: parts of archive files overwritten on purpose, written before they are, so that backups copy these files anew.
 */
export const retentionMigration: Migration = {
  name: 'retention-001',
  sql: `
    CREATE TABLE retention_hold (
      id TEXT PRIMARY KEY,
      client_id TEXT REFERENCES client (id),
      document_id TEXT,
      reason TEXT NOT NULL,
      placed_by TEXT,
      placed_at INTEGER NOT NULL,
      lifted_by TEXT,
      lifted_at INTEGER,
      CHECK ((client_id IS NULL) <> (document_id IS NULL))
    ) STRICT;
    CREATE TABLE deletion_job (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('proposed', 'approved', 'done', 'rejected')),
      proposed_by TEXT NOT NULL,
      proposed_at INTEGER NOT NULL,
      decided_by TEXT,
      decided_at INTEGER,
      CHECK (state NOT IN ('approved', 'done') OR decided_by <> proposed_by)
    ) STRICT;
    CREATE TABLE deletion_item (
      job_id TEXT NOT NULL REFERENCES deletion_job (id),
      document_id TEXT NOT NULL,
      uuid TEXT NOT NULL,
      client_id TEXT,
      client_name TEXT NOT NULL,
      label TEXT NOT NULL,
      grp TEXT NOT NULL,
      modified_on TEXT NOT NULL,
      kept_until TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      copies TEXT NOT NULL DEFAULT '[]',
      state TEXT NOT NULL DEFAULT 'listed' CHECK (state IN ('listed', 'erased', 'kept')),
      reason TEXT,
      PRIMARY KEY (job_id, document_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE archive_erasure (
      file TEXT NOT NULL,
      at INTEGER NOT NULL,
      length INTEGER NOT NULL,
      PRIMARY KEY (file, at)
    ) STRICT, WITHOUT ROWID;
  `,
};
