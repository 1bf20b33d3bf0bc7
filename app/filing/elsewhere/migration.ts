import type { Migration } from '#app/platform/db/index.ts';

/**
 * `vat_receipt`: the XML receipts that were read because their client had a return open, each once; `period_key` is `NULL` for a document
 * that is no receipt of this client. `received_at` in epoch milliseconds. `facts`: what it says, as JSON. `replaced_by`: the return by which
 * a person decided to replace what it confirms.
 */
export const elsewhereMigration: Migration = {
  name: 'filing-003-receipts-read',
  sql: `
    CREATE TABLE vat_receipt (
      document_id TEXT PRIMARY KEY REFERENCES document (id),
      client_id TEXT NOT NULL,
      period_key TEXT,
      received_at INTEGER NOT NULL,
      facts TEXT,
      replaced_by TEXT
    ) STRICT;
    CREATE INDEX vat_receipt_period ON vat_receipt (client_id, period_key, received_at) WHERE period_key IS NOT NULL;
  `,
};
