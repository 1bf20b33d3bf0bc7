import type { Migration } from '#app/platform/db/index.ts';

/**
 * `document_change`: which rows the list shows otherwise than before, in the order of the changes, whichever process made them; `seq` 0: the
 * clients. Kept by triggers, so that no writer can forget it, and cut short at each start.
 */
export const documentChangesMigration: Migration = {
  name: 'documents-003',
  sql: `
    CREATE TABLE document_change (n INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT;
    INSERT INTO document_change (seq) VALUES (0);
    CREATE TRIGGER document_change_added AFTER INSERT ON document
      BEGIN INSERT INTO document_change (seq) VALUES (NEW.seq); END;
    CREATE TRIGGER document_change_made AFTER UPDATE OF client_id, label_fr, label_nl, label_de, label_en, grp, urgent, modified_on, archive, work,
      seen_at, assignee_id, due_on, amount, size ON document
      BEGIN INSERT INTO document_change (seq) VALUES (NEW.seq); END;
    CREATE TRIGGER document_change_removed AFTER DELETE ON document
      BEGIN INSERT INTO document_change (seq) VALUES (OLD.seq); END;
    CREATE TRIGGER document_change_tagged AFTER INSERT ON document_tag
      BEGIN INSERT INTO document_change (seq) VALUES (NEW.document_seq); END;
    CREATE TRIGGER document_change_untagged AFTER DELETE ON document_tag
      BEGIN INSERT INTO document_change (seq) VALUES (OLD.document_seq); END;
    CREATE TRIGGER document_change_client AFTER INSERT ON client
      BEGIN INSERT INTO document_change (seq) VALUES (0); END;
    CREATE TRIGGER document_change_named AFTER UPDATE OF name, enterprise_number, folder_code ON client
      BEGIN INSERT INTO document_change (seq) VALUES (0); END;
  `,
};

/**
 * What is open is a small part of all: the day's tasks and the figures of the navigation are read from these alone. The indexes that only the list
 * used go; they would also be taken in place of these.
 */
export const openDocumentsMigration: Migration = {
  name: 'documents-004',
  sql: `
    DROP INDEX document_urgent;
    DROP INDEX document_group;
    DROP INDEX document_assignee;
    DROP INDEX document_unseen;
    CREATE INDEX document_open_demand ON document (modified_on, seq, due_on, client_id) WHERE urgent = 1 AND work <> 'done';
    CREATE INDEX document_open_due ON document (due_on, seq) WHERE urgent = 0 AND work <> 'done' AND due_on IS NOT NULL;
    CREATE INDEX document_unread ON document (work) WHERE seen_at IS NULL;
  `,
};
