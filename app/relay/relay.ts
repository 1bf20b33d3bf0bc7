import { hkdfSync } from 'node:crypto';
import type { PlainDatabase } from '#app/platform/db/index.ts';
import type { RelayConfig } from './config.ts';
import { createNonces } from './nonces.ts';
import { createRegistry } from './registry.ts';
import { createRelayServer, type RelayServerOptions } from './server.ts';
import { openStore } from './store.ts';

export interface Relay {
  /** Where it listens. */
  readonly address: string;
  close(): Promise<void>;
}

export interface RelayParts {
  readonly sql: PlainDatabase;
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly log?: RelayServerOptions['log'];
}

/** Starts a relay; the vendor's process and the sandbox use the same code. */
export async function startRelay(config: RelayConfig, { sql, now, random, log }: RelayParts): Promise<Relay> {
  const store = await openStore(sql);
  const key = new Uint8Array(hkdfSync('sha256', config.secret, new Uint8Array(0), 'guichet/relay-nonce/1', 32));
  const nonces = createNonces(key, now, random);
  const registry = createRegistry({ store, nonces, origin: config.origin, now, capacity: config.capacity });
  const server = await createRelayServer({
    registry,
    nonces,
    store,
    enrolmentCode: config.enrolmentCode,
    adminToken: config.adminToken,
    limits: { perMinute: config.perMinute, registrationsPerMinute: config.registrationsPerMinute },
    trustProxy: config.trustProxy,
    log,
  });
  const address = await server.listen({ host: config.host, port: config.port });
  return {
    address,
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
