import type { Migration } from '#app/platform/db/index.ts';

/**
 * `desk_undo`: what was before a change, packed, for the restorer of its `kind`; rows are dropped after a day or when newer ones push them
 * out. `saved_view`: `query` is the search part of the list's address.
 */
export const deskMigration: Migration = {
  name: 'desk-001',
  sql: `
    CREATE TABLE desk_undo (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      user_id TEXT,
      kind TEXT NOT NULL,
      before BLOB NOT NULL
    ) STRICT;
    CREATE TABLE saved_view (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      query TEXT NOT NULL
    ) STRICT;
  `,
};
