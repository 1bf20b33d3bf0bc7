import type { Migration } from '#app/platform/db/index.ts';

/**
 * The whole path of a filing: `checked` is called `ready`, `queued` is new, and who prepared and approved is a fact of the row. The table
 * is rebuilt, since a check of a column cannot be changed; the evidence is set aside meanwhile, for its rows hang on it.
 *
 * `vat_file`: what travels or is kept with a return: annexes, the proof of a filing on the portal, the client's agreement.
 * `vat_correction`: what a return whose deadline has passed must be corrected by; `amount` in signed cents. `vat_phrase`: justifications
 * that may be used again. `vat_letter`: the letter in a language. `vat_batch`, `vat_batch_row`: one action over many clients.
 * `discarded`: who put a return aside and when; it stays as evidence and speaks for no period.
 * `vat_mapping`: how a table of a given shape was read the last time. Instants are epoch milliseconds.
 */
export const pathMigration: Migration = {
  name: 'filing-002-path',
  sql: `
    DROP TRIGGER filing_event_no_update;
    DROP TRIGGER filing_event_no_delete;
    CREATE TABLE filing_event_aside AS SELECT * FROM filing_event;
    DROP TABLE filing_event;

    CREATE TABLE vat_return_new (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      period_key TEXT NOT NULL,
      state TEXT NOT NULL
        CHECK (state IN ('draft', 'ready', 'approved', 'queued', 'sending', 'accepted', 'refused', 'unknown', 'proven')),
      version INTEGER NOT NULL DEFAULT 1,
      origin TEXT NOT NULL DEFAULT 'guichet' CHECK (origin IN ('guichet', 'history')),
      content TEXT NOT NULL,
      xml BLOB,
      sha256 TEXT,
      zip_sha256 TEXT,
      prepared_by TEXT,
      approved_by TEXT,
      approved_at INTEGER,
      queued_at INTEGER,
      queued_by TEXT,
      next_try_at INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      waiting_for TEXT,
      sent_at INTEGER,
      sent_by TEXT,
      pdf_reference TEXT,
      xml_reference TEXT,
      pdf_document_id TEXT,
      xml_document_id TEXT,
      differences TEXT,
      refusal TEXT,
      error TEXT,
      portal TEXT,
      sign_off TEXT,
      discarded TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO vat_return_new (id, client_id, period_key, state, version, origin, content, xml, sha256, zip_sha256, sent_at, sent_by,
      pdf_reference, xml_reference, pdf_document_id, xml_document_id, refusal, error, created_at, updated_at)
    SELECT id, client_id, period_key, CASE state WHEN 'checked' THEN 'ready' ELSE state END, version, origin, content, xml, sha256,
      zip_sha256, sent_at, sent_by, pdf_reference, xml_reference, pdf_document_id, xml_document_id, refusal, error, created_at, updated_at
    FROM vat_return;
    DROP TABLE vat_return;
    ALTER TABLE vat_return_new RENAME TO vat_return;
    CREATE UNIQUE INDEX vat_return_open ON vat_return (client_id, period_key)
      WHERE state IN ('draft', 'ready', 'approved', 'queued', 'sending', 'unknown', 'refused') AND discarded IS NULL;
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
    INSERT INTO filing_event SELECT * FROM filing_event_aside;
    DROP TABLE filing_event_aside;
    CREATE INDEX filing_event_return ON filing_event (return_id, seq);
    CREATE TRIGGER filing_event_no_update BEFORE UPDATE ON filing_event BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
    CREATE TRIGGER filing_event_no_delete BEFORE DELETE ON filing_event BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
    UPDATE vat_return SET
      prepared_by = (SELECT user_id FROM filing_event WHERE return_id = vat_return.id AND event IN ('made', 'saved', 'imported', 'edit')
        ORDER BY seq DESC LIMIT 1);
    UPDATE vat_return SET
      approved_by = (SELECT user_id FROM filing_event WHERE return_id = vat_return.id AND event = 'approve' ORDER BY seq DESC LIMIT 1),
      approved_at = (SELECT at FROM filing_event WHERE return_id = vat_return.id AND event = 'approve' ORDER BY seq DESC LIMIT 1)
    WHERE state NOT IN ('draft', 'ready');

    CREATE TABLE vat_file (
      id TEXT PRIMARY KEY,
      return_id TEXT NOT NULL REFERENCES vat_return (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('annex', 'portal', 'signOff')),
      file_name TEXT NOT NULL,
      file_type TEXT NOT NULL,
      description TEXT NOT NULL DEFAULT '',
      sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL,
      created_by TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX vat_file_return ON vat_file (return_id, kind);
    CREATE TABLE vat_correction (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL,
      from_period_key TEXT NOT NULL,
      grid TEXT NOT NULL,
      amount INTEGER NOT NULL,
      reason TEXT NOT NULL,
      applied_in TEXT REFERENCES vat_return (id),
      created_by TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX vat_correction_client ON vat_correction (client_id, applied_in);
    CREATE TABLE vat_phrase (id TEXT PRIMARY KEY, code TEXT NOT NULL, text TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT;
    CREATE TABLE vat_letter (locale TEXT PRIMARY KEY, subject TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE vat_batch (
      id TEXT PRIMARY KEY,
      action TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('running', 'cancelled', 'finished')),
      user_id TEXT,
      started_at INTEGER NOT NULL,
      finished_at INTEGER
    ) STRICT;
    CREATE TABLE vat_batch_row (
      batch_id TEXT NOT NULL REFERENCES vat_batch (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      client_id TEXT NOT NULL,
      period_key TEXT NOT NULL,
      return_id TEXT,
      outcome TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'working', 'done', 'skipped', 'failed')),
      code TEXT,
      params TEXT NOT NULL DEFAULT '{}',
      PRIMARY KEY (batch_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vat_mapping (fingerprint TEXT PRIMARY KEY, mapping TEXT NOT NULL, used_at INTEGER NOT NULL) STRICT;
  `,
};
