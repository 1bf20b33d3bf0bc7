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
