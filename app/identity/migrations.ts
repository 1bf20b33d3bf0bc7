import type { Migration } from '#app/platform/db/index.ts';

/**
 * `consent`: one row per consent and per attempt at one; the tokens are at rest in the encrypted file only. `lease`: who does a thing that
 * only one process may do at a time. `installation_key`: the key SPF knows (`current`), one the relay has not confirmed yet (`next`), and
 * those before, until their end. Instants are epoch milliseconds.
 */
export const identityMigrations: readonly Migration[] = [
  {
    name: 'identity-001-consents',
    sql: `
      CREATE TABLE consent (
        id TEXT PRIMARY KEY,
        enterprise_number TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('firm', 'own')),
        state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'expired', 'failed')),
        created_at INTEGER NOT NULL,
        granted_at INTEGER,
        url TEXT,
        error TEXT,
        subject_hash TEXT,
        access_token TEXT,
        access_expires_at INTEGER,
        refresh_token TEXT,
        refresh_expires_at INTEGER,
        version INTEGER NOT NULL DEFAULT 1,
        origin TEXT NOT NULL DEFAULT 'guichet'
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX consent_enterprise ON consent (enterprise_number, kind);
      CREATE TABLE lease (
        name TEXT PRIMARY KEY,
        holder TEXT NOT NULL,
        expires_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE signing_key (
        kid TEXT PRIMARY KEY,
        private_jwk TEXT NOT NULL,
        client_id TEXT NOT NULL,
        created_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: 'identity-002-installation-keys',
    sql: `
      CREATE TABLE installation_key (
        kid TEXT PRIMARY KEY,
        private_jwk TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('current', 'next', 'former')),
        made_at INTEGER NOT NULL,
        registered_at INTEGER,
        relay TEXT,
        client_id TEXT,
        ends_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX installation_key_state ON installation_key (state) WHERE state <> 'former';
      INSERT INTO installation_key (kid, private_jwk, state, made_at)
        SELECT kid, private_jwk, 'current', created_at FROM signing_key ORDER BY created_at LIMIT 1;
      DROP TABLE signing_key;
    `,
  },
];
