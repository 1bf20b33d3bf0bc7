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
