import type { Migration } from '#app/platform/db/index.ts';

export const usersMigration: Migration = {
  name: 'users-001',
  sql: `
    CREATE TABLE user (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      initials TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('assistant', 'accountant', 'partner')),
      active INTEGER NOT NULL DEFAULT 1,
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
  `,
};

/** `hash`: scrypt of the PIN with the row's own salt and cost. `failures`: wrong tries since the last right one; none before `retry_at`. */
export const userPinMigration: Migration = {
  name: 'users-002',
  sql: `
    CREATE TABLE user_pin (
      user_id TEXT PRIMARY KEY REFERENCES user (id),
      salt BLOB NOT NULL,
      cost INTEGER NOT NULL,
      hash BLOB NOT NULL,
      failures INTEGER NOT NULL DEFAULT 0,
      retry_at INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
};
