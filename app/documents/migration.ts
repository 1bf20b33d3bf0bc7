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

/**
 * What the desk, the reader and the archive keep of a document. `label_key`: the label as the classifier compares it. `legal_delay`: its type
 * carries a delay set by law, though not the 48 hours of `urgent`. `due_on` and `amount` (cents) are the values that count, `_by` who says so;
 * the readings behind them are rows of `fact`. `retry_at`: when a waiting document is tried again. The table is made anew because its CHECK
 * grew; the contexts are set aside meanwhile, since they refer to it.
 */
export const deskColumnsMigration: Migration = {
  name: 'documents-002',
  sql: `
    CREATE TABLE document_next (
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
      label_key TEXT NOT NULL DEFAULT '',
      grp TEXT NOT NULL,
      urgent INTEGER NOT NULL DEFAULT 0,
      legal_delay INTEGER NOT NULL DEFAULT 0,
      modified_on TEXT NOT NULL,
      metadata TEXT NOT NULL DEFAULT '[]',
      archive TEXT NOT NULL DEFAULT 'waiting' CHECK (archive IN ('waiting', 'stored', 'refused', 'gone', 'damaged', 'excluded')),
      reason TEXT,
      retry_at INTEGER,
      tried_at INTEGER,
      work TEXT NOT NULL DEFAULT 'new' CHECK (work IN ('new', 'todo', 'done')),
      seen_at INTEGER,
      assignee_id TEXT REFERENCES user (id),
      note TEXT NOT NULL DEFAULT '',
      due_on TEXT,
      due_by TEXT CHECK (due_by IN ('label', 'machine', 'person')),
      amount INTEGER,
      amount_by TEXT CHECK (amount_by IN ('label', 'machine', 'person')),
      size INTEGER,
      mime_type TEXT,
      sha256 TEXT,
      versions INTEGER NOT NULL DEFAULT 0,
      stored_at INTEGER,
      verified_at INTEGER,
      read_state TEXT NOT NULL DEFAULT 'none' CHECK (read_state IN ('none', 'waiting', 'read', 'unreadable')),
      first_seen_at INTEGER NOT NULL,
      indexed INTEGER NOT NULL DEFAULT 0,
      version INTEGER NOT NULL DEFAULT 1,
      origin TEXT NOT NULL DEFAULT 'guichet'
    ) STRICT;
    INSERT INTO document_next (seq, id, uuid, client_id, source, owner_type, owner_identifier, label_fr, label_nl, label_de, label_en, grp, urgent,
      modified_on, metadata, archive, reason, tried_at, work, size, mime_type, sha256, versions, stored_at, first_seen_at, version, origin,
      due_on, due_by)
    SELECT seq, id, uuid, client_id, source, owner_type, owner_identifier, label_fr, label_nl, label_de, label_en, grp, urgent,
      modified_on, metadata, archive, reason, tried_at, work, size, mime_type, sha256, sha256 IS NOT NULL, stored_at, first_seen_at, version, origin,
      CASE urgent WHEN 1 THEN date(modified_on, '+2 days') END, CASE urgent WHEN 1 THEN 'label' END
    FROM document;
    CREATE TABLE context_aside AS SELECT document_seq, type, identifier FROM document_context;
    DROP TABLE document_context;
    DROP TABLE document;
    ALTER TABLE document_next RENAME TO document;
    CREATE TABLE document_context (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      type TEXT NOT NULL CHECK (type IN ('CBE', 'SSIN')),
      identifier TEXT NOT NULL,
      PRIMARY KEY (document_seq, type, identifier)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO document_context SELECT document_seq, type, identifier FROM context_aside;
    DROP TABLE context_aside;
    CREATE INDEX document_date ON document (modified_on, seq);
    CREATE INDEX document_client ON document (client_id, modified_on, seq);
    CREATE INDEX document_group ON document (grp, modified_on, seq);
    CREATE INDEX document_work ON document (work, modified_on, seq);
    CREATE INDEX document_archive ON document (archive, modified_on, seq);
    CREATE INDEX document_urgent ON document (urgent, modified_on, seq);
    CREATE INDEX document_due ON document (due_on, seq) WHERE due_on IS NOT NULL;
    CREATE INDEX document_assignee ON document (assignee_id, modified_on, seq) WHERE assignee_id IS NOT NULL;
    CREATE INDEX document_unseen ON document (work, seq) WHERE seen_at IS NULL;
    CREATE INDEX document_unindexed ON document (seq) WHERE indexed = 0;
    CREATE TABLE document_content (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      mime_type TEXT NOT NULL,
      modified_on TEXT NOT NULL,
      stored_at INTEGER NOT NULL,
      PRIMARY KEY (document_seq, sha256)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO document_content SELECT seq, sha256, size, mime_type, modified_on, stored_at FROM document
      WHERE sha256 IS NOT NULL AND size IS NOT NULL AND mime_type IS NOT NULL AND stored_at IS NOT NULL;
    CREATE INDEX document_content_sha256 ON document_content (sha256);
    CREATE TABLE document_tag (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      tag TEXT NOT NULL,
      PRIMARY KEY (document_seq, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_tag_tag ON document_tag (tag, document_seq);
  `,
};
