import type { Migration } from '#app/platform/db/index.ts';
import { elsewhereMigration } from './elsewhere/migration.ts';
import { pathMigration } from './path-migration.ts';

/**
 * `vat_return`: one row per return; at most one that is still open per client and period. `xml` are the frozen bytes, from approval on.
 * `filing_event`: the evidence, append-only, held by the database itself. Instants are epoch milliseconds.
 */
export const filingMigrations: readonly Migration[] = [
  {
    name: 'filing-001-returns',
    sql: `
      CREATE TABLE vat_return (
        id TEXT PRIMARY KEY,
        client_id TEXT NOT NULL,
        period_key TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'approved', 'sending', 'accepted', 'refused', 'unknown', 'proven')),
        version INTEGER NOT NULL DEFAULT 1,
        origin TEXT NOT NULL DEFAULT 'guichet' CHECK (origin IN ('guichet', 'history')),
        content TEXT NOT NULL,
        xml BLOB,
        sha256 TEXT,
        zip_sha256 TEXT,
        sent_at INTEGER,
        sent_by TEXT,
        pdf_reference TEXT,
        xml_reference TEXT,
        pdf_document_id TEXT,
        xml_document_id TEXT,
        refusal TEXT,
        error TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX vat_return_open ON vat_return (client_id, period_key)
        WHERE state IN ('draft', 'checked', 'approved', 'sending', 'unknown', 'refused');
      CREATE INDEX vat_return_period ON vat_return (period_key, client_id);
      CREATE INDEX vat_return_client ON vat_return (client_id, period_key);
      CREATE INDEX vat_return_pdf ON vat_return (pdf_reference) WHERE pdf_reference IS NOT NULL;
      CREATE INDEX vat_return_xml ON vat_return (xml_reference) WHERE xml_reference IS NOT NULL;
      CREATE INDEX vat_return_state ON vat_return (state);
      CREATE TABLE filing_event (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        return_id TEXT NOT NULL REFERENCES vat_return (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        event TEXT NOT NULL,
        user_id TEXT,
        correlation_id TEXT,
        status INTEGER,
        sha256 TEXT,
        reason TEXT
      ) STRICT;
      CREATE INDEX filing_event_return ON filing_event (return_id, seq);
      CREATE TRIGGER filing_event_no_update BEFORE UPDATE ON filing_event BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
      CREATE TRIGGER filing_event_no_delete BEFORE DELETE ON filing_event BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
    `,
  },
  pathMigration,
  elsewhereMigration,
];
