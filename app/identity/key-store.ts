import type { JWK } from 'jose';
import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import type { SigningKey } from './signing-key.ts';

/** A key pair as it is stored. Instants are epoch milliseconds. */
export interface KeyRow {
  readonly kid: string;
  readonly private_jwk: string;
  readonly state: 'current' | 'next' | 'former';
  readonly registered_at: number | null;
  readonly relay: string | null;
  readonly client_id: string | null;
  /** Of a former key: from then on the relay publishes it no more. */
  readonly ends_at: number | null;
}

interface Registration {
  readonly kid: string;
  readonly relay: string;
  readonly clientId: string;
  readonly now: number;
}

const COLUMNS = 'kid, private_jwk, state, registered_at, relay, client_id, ends_at';
const inState = query<KeyRow, { state: KeyRow['state'] }>(
  'installationKey.inState',
  `SELECT ${COLUMNS} FROM installation_key WHERE state = @state ORDER BY made_at DESC LIMIT 1`,
);
const insert = command<{ kid: string; jwk: string; state: 'current' | 'next'; now: number }>(
  'installationKey.insert',
  `INSERT INTO installation_key (kid, private_jwk, state, made_at)
   SELECT @kid, @jwk, @state, @now WHERE NOT EXISTS (SELECT 1 FROM installation_key WHERE state = @state)`,
);
const registered = command<Registration>(
  'installationKey.registered',
  'UPDATE installation_key SET registered_at = coalesce(registered_at, @now), relay = @relay, client_id = @clientId WHERE kid = @kid',
);
const retire = command<{ endsAt: number }>(
  'installationKey.retire',
  "UPDATE installation_key SET state = 'former', ends_at = @endsAt WHERE state = 'current'",
);
const promote = command<{ kid: string }>('installationKey.promote', "UPDATE installation_key SET state = 'current' WHERE kid = @kid");
const dropNext = command<{ kid: string }>('installationKey.dropNext', "DELETE FROM installation_key WHERE kid = @kid AND state = 'next'");
const prune = command<{ now: number }>('installationKey.prune', "DELETE FROM installation_key WHERE state = 'former' AND ends_at <= @now");
const clear = command('installationKey.clear', 'DELETE FROM installation_key');

export const keyRows = {
  inState: (reader: Reader, state: KeyRow['state']): KeyRow | undefined => reader.get(inState, { state }),
  /** Unless there is one in this state: another process of the profile may have been faster, and its key counts then. */
  insert: (tx: Writer, jwk: JWK, state: 'current' | 'next', now: number): number =>
    tx.run(insert, { kid: jwk.kid ?? '', jwk: JSON.stringify(jwk), state, now }),
  registered: (tx: Writer, registration: Registration): number => tx.run(registered, registration),
  /** From now on the next key signs, and the one that did is kept until `endsAt`. */
  succeed(tx: Writer, next: Registration, endsAt: number): void {
    tx.run(retire, { endsAt });
    tx.run(promote, { kid: next.kid });
    tx.run(registered, next);
  },
  dropNext: (tx: Writer, kid: string): number => tx.run(dropNext, { kid }),
  prune: (tx: Writer, now: number): number => tx.run(prune, { now }),
  clear: (tx: Writer): number => tx.run(clear),
};

export async function keyOf(row: KeyRow): Promise<SigningKey> {
  const { loadSigningKey } = await import('./signing-key.ts');
  return loadSigningKey(JSON.parse(row.private_jwk) as JWK);
}
