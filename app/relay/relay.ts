import { hkdfSync } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
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

/** A relay without a port of its own, below a path of another server. */
export interface MountedRelay {
  /** Answers a request whose address the host has shortened to the relay's own. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

export interface RelayParts {
  readonly sql: PlainDatabase;
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  readonly log?: RelayServerOptions['log'];
}

async function build(config: RelayConfig, { sql, now, random, log }: RelayParts): Promise<FastifyInstance> {
  const store = await openStore(sql);
  const key = new Uint8Array(hkdfSync('sha256', config.secret, new Uint8Array(0), 'guichet/relay-nonce/1', 32));
  const nonces = createNonces(key, now, random);
  const registry = createRegistry({ store, nonces, address: config.address, now, capacity: config.capacity });
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
  server.addHook('onClose', () => store.close());
  return server;
}

/** Starts a relay; the vendor's process and the sandbox use the same code. */
export async function startRelay(config: RelayConfig, parts: RelayParts): Promise<Relay> {
  const server = await build(config, parts);
  const address = await server.listen({ host: config.host, port: config.port });
  return { address, close: async () => server.close() };
}

/** The same relay inside a server that has a port already. */
export async function mountRelay(config: RelayConfig, parts: RelayParts): Promise<MountedRelay> {
  const server = await build(config, parts);
  await server.ready();
  return { answer: server.routing, close: async () => server.close() };
}
