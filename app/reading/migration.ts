import type { Migration } from '#app/platform/db/index.ts';

/**
 * `fact`: what was read in a document, at most one value of each kind by the machine and one by a person; a person's NULL says that there is
 * none. `boxes`: JSON, the places on the page. `reading`: how the last reading went and of which content; `attempts` counts those that were
 * begun and never ended, so that a document that takes the whole program down is not tried for ever.
 */
export const readingMigration: Migration = {
  name: 'reading-001',
  sql: `
    CREATE TABLE fact (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      kind TEXT NOT NULL CHECK (kind IN ('amount', 'dueOn', 'delay', 'iban', 'communication', 'taxYear', 'period')),
      source TEXT NOT NULL CHECK (source IN ('machine', 'person')),
      value TEXT,
      written TEXT NOT NULL DEFAULT '',
      page INTEGER,
      boxes TEXT NOT NULL DEFAULT '[]',
      said_at INTEGER NOT NULL,
      said_by TEXT REFERENCES user (id),
      PRIMARY KEY (document_seq, kind, source)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reading (
      document_seq INTEGER PRIMARY KEY REFERENCES document (seq),
      sha256 TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      pages INTEGER,
      read_at INTEGER
    ) STRICT;
    CREATE INDEX document_read_state ON document (read_state, urgent, seq);
    UPDATE document SET read_state = 'waiting' WHERE archive = 'stored';
  `,
};
