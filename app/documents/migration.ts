import type { Migration } from '#app/platform/db/index.ts';

/**
 * `document`: what SPF said of a document and what the archive holds. `source` is the enterprise whose consent shows it; the owner pair is
 * what its content must be asked with, empty for the source's own file. `indexed` 0: the full-text index does not know the row as it is
 * now; it is set in the transaction that changes the row, so an index left behind is found at the next start.
 */
export const documentsMigration: Migration = {
  name: 'documents-001',
  sql: `
    CREATE TABLE document (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      uuid TEXT NOT NULL UNIQUE,
      client_id TEXT REFERENCES client (id),
      source TEXT NOT NULL,
      owner_type TEXT CHECK (owner_type IN ('CBE', 'SSIN')),
      owner_identifier TEXT,
      label_fr TEXT NOT NULL,
      label_nl TEXT NOT NULL,
      label_de TEXT NOT NULL,
      label_en TEXT NOT NULL,
      grp TEXT NOT NULL,
      urgent INTEGER NOT NULL DEFAULT 0,
      modified_on TEXT NOT NULL,
      metadata TEXT NOT NULL DEFAULT '[]',
      archive TEXT NOT NULL DEFAULT 'waiting' CHECK (archive IN ('waiting', 'stored', 'refused', 'gone', 'damaged')),
      reason TEXT,
      tried_at INTEGER,
      work TEXT NOT NULL DEFAULT 'new' CHECK (work IN ('new', 'todo', 'done')),
      size INTEGER,
      mime_type TEXT,
      sha256 TEXT,
      stored_at INTEGER,
      first_seen_at INTEGER NOT NULL,
      indexed INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      origin TEXT NOT NULL DEFAULT 'guichet'
    ) STRICT;
    CREATE INDEX document_date ON document (modified_on, seq);
    CREATE INDEX document_client ON document (client_id, modified_on, seq);
    CREATE INDEX document_group ON document (grp, modified_on, seq);
    CREATE INDEX document_work ON document (work, modified_on, seq);
    CREATE INDEX document_archive ON document (archive, modified_on, seq);
    CREATE INDEX document_urgent ON document (urgent, modified_on, seq);
    CREATE INDEX document_unindexed ON document (seq) WHERE indexed = 0;
    CREATE TABLE document_context (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      type TEXT NOT NULL CHECK (type IN ('CBE', 'SSIN')),
      identifier TEXT NOT NULL,
      PRIMARY KEY (document_seq, type, identifier)
    ) STRICT, WITHOUT ROWID;
  `,
};

/** One row of text per document, its rowid the document's `seq`. `mark` names the generation that `guichet.db` believes in. */
export const searchMigration: Migration = {
  name: 'search-001',
  sql: `
    CREATE VIRTUAL TABLE document_text USING fts5 (
      labels, client, metadata, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE mark (generation TEXT NOT NULL) STRICT;
  `,
};
