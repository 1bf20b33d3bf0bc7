import type { Migration } from '#app/platform/db/index.ts';

/** `named`: 0 while the name is only the formatted number of a mandator that a search brought. Instants are epoch milliseconds. */
export const clientsMigration: Migration = {
  name: 'clients-001',
  sql: `
    CREATE TABLE client (
      id TEXT PRIMARY KEY,
      enterprise_number TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      named INTEGER NOT NULL DEFAULT 1,
      street TEXT NOT NULL DEFAULT '',
      post_code TEXT NOT NULL DEFAULT '',
      city TEXT NOT NULL DEFAULT '',
      country_code TEXT NOT NULL DEFAULT 'BE',
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'nl', 'de', 'en')),
      regime TEXT CHECK (regime IN ('month', 'quarter')),
      is_firm INTEGER NOT NULL DEFAULT 0,
      last_success INTEGER,
      trouble TEXT,
      version INTEGER NOT NULL DEFAULT 1,
      origin TEXT NOT NULL DEFAULT 'guichet'
    ) STRICT;
  `,
};

/** `folder_code`: the firm's own short name. `merged_into`: the client that takes what arrives for this number. */
export const clientFoldersMigration: Migration = {
  name: 'clients-002',
  sql: `
    ALTER TABLE client ADD COLUMN folder_code TEXT NOT NULL DEFAULT '';
    ALTER TABLE client ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE client ADD COLUMN merged_into TEXT REFERENCES client (id);
  `,
};

/** Counts of a client's documents are read from the index alone. Comes after the step that makes the table of documents anew. */
export const clientCountsMigration: Migration = {
  name: 'clients-003',
  sql: 'CREATE INDEX document_client_counts ON document (client_id, work, urgent);',
};
