import type { Migration } from '#app/platform/db/index.ts';

/**
 * `archive_finding`: a stored content that was not what it should be; one row per content of a document, kept until the next whole
 * verification after it was mended. The index holds the stored documents in the order in which they were last known to be whole: when they
 * were verified, or when they came.
 */
export const archiveMigration: Migration = {
  name: 'archive-001',
  sql: `
    CREATE TABLE archive_finding (
      document_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      reason TEXT NOT NULL,
      found_at INTEGER NOT NULL,
      restored_at INTEGER,
      PRIMARY KEY (document_id, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_whole ON document (max(coalesce(verified_at, 0), coalesce(stored_at, 0)), seq, size) WHERE archive = 'stored';
  `,
};
