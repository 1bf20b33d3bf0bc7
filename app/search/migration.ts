import type { Migration } from '#app/platform/db/index.ts';

/** One row of text per document, its rowid the document's `seq`. `mark` names the generation that `guichet.db` believes in. */
export const searchMigration: Migration = {
  name: 'search-001',
  sql: `
    CREATE VIRTUAL TABLE document_text USING fts5 (
      labels, client, metadata, content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE mark (generation TEXT NOT NULL) STRICT;
  `,
};
