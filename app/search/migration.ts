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

/**
 * `document_text`: the words of a document under its place, which is `day * 2^26 + seq` with the day of its date: what is found comes in the
 * order of the list, and the first window needs no sort. `entry`: where a document stands, to find its row again when the date changes.
 * `page_text`: the plain text of its pages, from which hits are quoted; `text_change`: those put since the index last looked. `mark`: the
 * generation, how many slices were written, and whether every text that was read before is here.
 */
export const fullTextMigration: Migration = {
  name: 'search-002',
  sql: `
    DROP TABLE document_text;
    CREATE VIRTUAL TABLE document_text USING fts5 (
      labels, client, metadata, firm, facts, pages,
      content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE entry (seq INTEGER PRIMARY KEY, place INTEGER NOT NULL) STRICT;
    CREATE TABLE page_text (seq INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE text_change (seq INTEGER PRIMARY KEY) STRICT;
    DROP TABLE mark;
    CREATE TABLE mark (generation TEXT NOT NULL, slices INTEGER NOT NULL DEFAULT 0, complete INTEGER NOT NULL DEFAULT 0) STRICT;
  `,
};

/**
 * In `guichet.db`: whatever the index holds of a document says, in the transaction that changes it, that the index no longer knows it.
 * A writer cannot forget to.
 */
export const staleIndexMigration: Migration = {
  name: 'search-stale-001',
  sql: `
    CREATE TRIGGER document_reworded AFTER UPDATE OF client_id, label_fr, label_nl, label_de, label_en, modified_on, metadata, note ON document
      WHEN NEW.indexed = 1 AND (NEW.client_id IS NOT OLD.client_id OR NEW.label_fr <> OLD.label_fr OR NEW.label_nl <> OLD.label_nl
        OR NEW.label_de <> OLD.label_de OR NEW.label_en <> OLD.label_en OR NEW.modified_on <> OLD.modified_on
        OR NEW.metadata <> OLD.metadata OR NEW.note <> OLD.note)
      BEGIN UPDATE document SET indexed = 0 WHERE seq = NEW.seq; END;
    CREATE TRIGGER document_tag_put AFTER INSERT ON document_tag
      BEGIN UPDATE document SET indexed = 0 WHERE seq = NEW.document_seq AND indexed = 1; END;
    CREATE TRIGGER document_tag_taken AFTER DELETE ON document_tag
      BEGIN UPDATE document SET indexed = 0 WHERE seq = OLD.document_seq AND indexed = 1; END;
    CREATE TRIGGER fact_put AFTER INSERT ON fact
      BEGIN UPDATE document SET indexed = 0 WHERE seq = NEW.document_seq AND indexed = 1; END;
    CREATE TRIGGER fact_corrected AFTER UPDATE ON fact
      BEGIN UPDATE document SET indexed = 0 WHERE seq = NEW.document_seq AND indexed = 1; END;
    CREATE TRIGGER fact_taken AFTER DELETE ON fact
      BEGIN UPDATE document SET indexed = 0 WHERE seq = OLD.document_seq AND indexed = 1; END;
    CREATE TRIGGER client_renamed AFTER UPDATE OF name, enterprise_number, folder_code ON client
      WHEN NEW.name <> OLD.name OR NEW.enterprise_number <> OLD.enterprise_number OR NEW.folder_code <> OLD.folder_code
      BEGIN UPDATE document SET indexed = 0 WHERE client_id = NEW.id AND indexed = 1; END;
  `,
};
