import type { Migration } from '#app/platform/db/index.ts';

/**
 * One row per content that was given a place in the mirror folder; a content without a row has none yet. `path` is relative with `/`, and is
 * the document's for ever. `key` is the path as the least discerning file system compares it, `stem_key` that of the path without a sign,
 * `ordinal` the sign (1: none). `waiting`: to be written; `written`: was in place when last looked at; `missing` and `changed`: gone or another
 * content since; `conflict`: another content stands there; `held`: the archive cannot give it. `size` and `changed_at` (epoch milliseconds) are
 * those of the file.
 */
export const mirrorMigration: Migration = {
  name: 'mirror-001',
  sql: `
    CREATE TABLE mirror_file (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      sha256 TEXT NOT NULL,
      version INTEGER NOT NULL,
      path TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE,
      stem_key TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'written', 'missing', 'changed', 'conflict', 'held')),
      problem TEXT,
      size INTEGER,
      changed_at INTEGER,
      PRIMARY KEY (document_seq, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mirror_file_stem ON mirror_file (stem_key, ordinal);
    CREATE INDEX mirror_file_state ON mirror_file (state, document_seq);
    CREATE INDEX mirror_file_sha256 ON mirror_file (sha256);
  `,
};
