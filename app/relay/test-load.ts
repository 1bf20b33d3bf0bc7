// Load on a relay with 1,000 installations: `node scripts/run.mjs app/relay/test-load.ts [postgres://…]`. Prints requests a second, their
// 50th and 99th percentile, and the ratio to a bare Fastify route answering the same bytes in the same run.
import { randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import { openPlainDatabase } from '#app/platform/db/index.ts';
import { readConfig } from './config.ts';
import { openPostgres } from './postgres.ts';
import { startRelay } from './relay.ts';
import { openStore } from './store.ts';

const INSTALLATIONS = 1_000;
const REQUESTS = 4_000;
const ABREAST = 32;

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

async function load(url: string): Promise<Figures> {
  const times: number[] = [];
  let left = REQUESTS;
  const started = performance.now();
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const at = performance.now();
      const response = await fetch(url, { redirect: 'manual' });
      await response.arrayBuffer();
      if (response.status >= 400) throw new Error(`status ${response.status}`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: REQUESTS / seconds, p50: at(0.5), p99: at(0.99) };
}

const url = process.argv[2];
const openSql = () => (url ? openPostgres(url) : openPlainDatabase(':memory:'));
const sql = openSql();
const config = readConfig({
  RELAY_ADDRESS: 'https://relay.example',
  RELAY_SECRET: 's'.repeat(32),
  RELAY_PORT: '0',
  RELAY_PER_MINUTE: '10000000',
});
const relay = await startRelay(config, { sql, now: Date.now, random: randomBytes });
const store = await openStore({ ...sql, close: async () => undefined });
for (let i = 0; i < INSTALLATIONS; i += 1) {
  const kid = randomBytes(32).toString('base64url');
  await store.add({ kty: 'RSA', n: randomBytes(256).toString('base64url'), e: 'AQAB', kid, alg: 'RS256', use: 'sig' }, Date.now());
}
const bytes = Buffer.from(await (await fetch(`${relay.address}/.well-known/jwks.json`)).arrayBuffer());
const bare = Fastify();
bare.get('/keys', async (_request, reply) => reply.type('application/json').send(bytes));
const bareAddress = await bare.listen({ host: '127.0.0.1', port: 0 });

const state = `50123.${'x'.repeat(43)}`;
const routes = {
  bare: `${bareAddress}/keys`,
  keys: `${relay.address}/.well-known/jwks.json`,
  callback: `${relay.address}/callback?code=c&state=${state}`,
  nonce: `${relay.address}/nonce`,
  health: `${relay.address}/health`,
};
for (const [name, address] of Object.entries(routes)) {
  const { perSecond, p50, p99 } = await load(address);
  process.stdout.write(`${name.padEnd(9)} ${perSecond.toFixed(0).padStart(6)} /s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms\n`);
}
await bare.close();
await relay.close();
