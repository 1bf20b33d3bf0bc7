import type { Migration } from '#app/platform/db/index.ts';

/** `label_group`: the group somebody gave a label no type is known for. */
export const classifierMigration: Migration = {
  name: 'classifier-001',
  sql: `
    CREATE TABLE label_group (
      label_key TEXT PRIMARY KEY,
      grp TEXT NOT NULL,
      assigned_at INTEGER NOT NULL,
      assigned_by TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_label ON document (label_key, seq);
  `,
};
