import type { Migration } from '#app/platform/db/index.ts';

export const settingsMigration: Migration = {
  name: 'settings-001',
  sql: 'CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;',
};
