import type { Migration } from '#app/platform/db/index.ts';

/**
 * `quota_use`: requests of the last window, written before each goes out. `quota_pause`: the server's own Retry-After. `watermark`: the
 * last day a confirmed search covered. `sync_run`: one row per run; `finished_at` empty after a kill.
 */
export const syncMigration: Migration = {
  name: 'sync-001',
  sql: `
    CREATE TABLE quota_use (
      id INTEGER PRIMARY KEY,
      enterprise TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('search', 'content')),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX quota_use_window ON quota_use (enterprise, kind, at);
    CREATE TABLE quota_pause (enterprise TEXT PRIMARY KEY, until INTEGER NOT NULL, reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE watermark (
      enterprise TEXT NOT NULL,
      owner TEXT NOT NULL,
      covered TEXT NOT NULL,
      searched_at INTEGER NOT NULL,
      PRIMARY KEY (enterprise, owner)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_run (
      id TEXT PRIMARY KEY,
      client_id TEXT,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      documents INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      outcome TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};

/**
 * `quota_use.answered` 0: the request is under way, `holder` the process that sent it. `quota_pause.set_at`: when the server asked, to keep
 * the length of a pause when the clock is set back. `quota_clock`: the wall clock against the machine's steady one, so that a clock that was
 * set is told from time that passed. `watermark.swept_at`: last search over the whole look-back. `gap`: days no search covered before they
 * left SPF's window. `notice`: what was told, once. `document_source`: every consent that shows a document; `document` names the one in use.
 */
export const syncGapsMigration: Migration = {
  name: 'sync-002',
  sql: `
    ALTER TABLE quota_use ADD COLUMN answered INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE quota_use ADD COLUMN holder TEXT NOT NULL DEFAULT '';
    ALTER TABLE quota_pause ADD COLUMN set_at INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE quota_clock (id INTEGER PRIMARY KEY CHECK (id = 1), wall INTEGER NOT NULL, steady INTEGER NOT NULL) STRICT;
    ALTER TABLE watermark ADD COLUMN swept_at INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE gap (
      id TEXT PRIMARY KEY,
      enterprise TEXT NOT NULL,
      owner TEXT NOT NULL,
      from_day TEXT NOT NULL,
      until_day TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      acknowledged_at INTEGER,
      acknowledged_by TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE notice (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      told_at INTEGER NOT NULL,
      UNIQUE (kind, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE document_source (
      document_seq INTEGER NOT NULL REFERENCES document (seq),
      source TEXT NOT NULL,
      owner_type TEXT,
      owner_identifier TEXT,
      PRIMARY KEY (document_seq, source)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO document_source SELECT seq, source, owner_type, owner_identifier FROM document;
  `,
};
