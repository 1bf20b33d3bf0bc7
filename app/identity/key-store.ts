import type { JWK } from 'jose';
import type { Clock, Random } from '#app/core/ports.ts';
import { command, type Database, query } from '#app/platform/db/index.ts';
import { uuidv4 } from '#shared/domain/uuid.ts';
import { loadSigningKey, makeSigningKey, type SigningKey } from './signing-key.ts';

export interface Installation {
  /** The name this installation has at the authorization server. */
  readonly clientId: string;
  readonly key: SigningKey;
}

type Row = { readonly kid: string; readonly private_jwk: string; readonly client_id: string };

const newest = query<Row>('signingKey.newest', 'SELECT kid, private_jwk, client_id FROM signing_key ORDER BY created_at LIMIT 1');
const insert = command<{ kid: string; jwk: string; clientId: string; now: number }>(
  'signingKey.insert',
  `INSERT INTO signing_key (kid, private_jwk, client_id, created_at)
   SELECT @kid, @jwk, @clientId, @now WHERE NOT EXISTS (SELECT 1 FROM signing_key)`,
);

/** The installation's name and key pair; made at the first call, kept in the encrypted database from then on. */
export async function installationOf(db: Database, ports: { clock: Clock; random: Random }): Promise<Installation> {
  const row = db.get(newest) ?? (await make(db, ports));
  return { clientId: row.client_id, key: await loadSigningKey(JSON.parse(row.private_jwk) as JWK) };
}

async function make(db: Database, { clock, random }: { clock: Clock; random: Random }): Promise<Row> {
  const jwk = await makeSigningKey();
  const row = { kid: jwk.kid ?? '', jwk: JSON.stringify(jwk), clientId: `guichet-${uuidv4(random.bytes(16))}`, now: clock.now() };
  // Another process of the profile may have been faster; its key is the one that counts then.
  db.write((tx) => tx.run(insert, row));
  const stored = db.get(newest);
  if (!stored) throw new Error('no signing key');
  return stored;
}
