import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPlainDatabase } from '#app/platform/db/index.ts';
import type { RelayConfig } from './config.ts';
import { readConfig } from './config.ts';
import { NONCE_LIFE_MS } from './nonces.ts';
import { OVERLAP_MS } from './registry.ts';
import { type Relay, startRelay } from './relay.ts';
import { ADDRESS, makeKey, proofOf, type TestKey } from './testing.ts';

const ADMIN = 'a'.repeat(40);
const CONFIG: RelayConfig = {
  ...readConfig({ RELAY_ADDRESS: ADDRESS, RELAY_SECRET: 's'.repeat(32), RELAY_PORT: '0', RELAY_ADMIN_TOKEN: ADMIN }),
  capacity: 3,
};

let keys: TestKey[];
let relay: Relay;
let now: number;
let logged: Readonly<Record<string, string | number>>[];

const start = async (config: Partial<RelayConfig> = {}): Promise<void> => {
  await relay?.close();
  relay = await startRelay(
    { ...CONFIG, ...config },
    {
      sql: openPlainDatabase(':memory:'),
      now: () => now,
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      log: (entry) => logged.push(entry),
    },
  );
};

const get = (path: string): Promise<Response> => fetch(relay.address + path, { redirect: 'manual' });
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(relay.address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
const nonce = async (): Promise<string> => ((await (await get('/nonce')).json()) as { nonce: string }).nonce;
const published = async (): Promise<string[]> =>
  ((await (await get('/.well-known/jwks.json')).json()) as { keys: { kid: string }[] }).keys.map(({ kid }) => kid);
const register = async (key: TestKey): Promise<Response> =>
  post('/installations', { proof: await proofOf(key, { nonce: await nonce(), purpose: 'register' }) });
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code;

beforeAll(async () => {
  keys = await Promise.all([makeKey(), makeKey(), makeKey(), makeKey()]);
});
beforeEach(async () => {
  now = Date.UTC(2026, 10, 23);
  logged = [];
  await start();
});
afterEach(() => relay.close().then(() => undefined));

describe('keys of the installations', () => {
  it('publishes the public half of whoever proves to hold the private one', async () => {
    expect((await register(keys[0]!)).status).toBe(201);
    expect((await register(keys[0]!)).status).toBe(200);
    const response = await get('/.well-known/jwks.json');
    const { keys: set } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(set).toEqual([{ kty: 'RSA', n: keys[0]!.jwk.n, e: 'AQAB', kid: keys[0]!.kid, alg: 'RS256', use: 'sig' }]);
    expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  });

  it('refuses what is not proven', async () => {
    const [mine, other] = keys as [TestKey, TestKey];
    const good = { nonce: await nonce(), purpose: 'register' };
    const tries: readonly (readonly [string, string])[] = [
      ['relay.proof', await proofOf({ ...mine, privateKey: other.privateKey }, good)],
      ['relay.proof', await proofOf(mine, { ...good, purpose: 'revoke' })],
      ['relay.proof', await proofOf(mine, { ...good, aud: 'https://elsewhere.example' })],
      ['relay.proof', await proofOf(mine, good, { typ: 'JWT' })],
      ['relay.proof', 'no.proof.at.all'],
      ['relay.nonce', await proofOf(mine, { ...good, nonce: 'zzz.aaa.bbb' })],
      ['relay.nonce', await proofOf(mine, { ...good, nonce: `${(now + 9e9).toString(36)}${good.nonce.slice(good.nonce.indexOf('.'))}` })],
      ['relay.privateKey', await proofOf(mine, good, { jwk: { ...mine.jwk, d: 'AA' } })],
      ['relay.key', await proofOf(mine, good, { jwk: { ...mine.jwk, n: 'AQAB' } })],
    ];
    for (const [code, proof] of tries) {
      const response = await post('/installations', { proof });
      expect([response.status, await codeOf(response)]).toEqual([400, code]);
    }
    expect(await published()).toEqual([]);
  });

  it('takes a nonce for two minutes', async () => {
    const old = await nonce();
    now += NONCE_LIFE_MS + 1;
    const response = await post('/installations', { proof: await proofOf(keys[0]!, { nonce: old, purpose: 'register' }) });
    expect(await codeOf(response)).toBe('relay.nonce');
  });

  it('replaces a key and publishes the old one as long as its assertions live', async () => {
    const [old, next, third] = keys as [TestKey, TestKey, TestKey];
    await register(old);
    const rotation = async (from: TestKey, to: TestKey, named = to) => ({
      previous: await proofOf(from, { nonce: await nonce(), purpose: 'rotate', next: named.kid }),
      next: await proofOf(to, { nonce: await nonce(), purpose: 'register' }),
    });
    expect(await codeOf(await post('/installations/rotation', await rotation(old, next, third)))).toBe('relay.proof');
    expect(await codeOf(await post('/installations/rotation', await rotation(third, next)))).toBe('relay.unknown');
    expect(await (await post('/installations/rotation', await rotation(old, next))).json()).toEqual({
      kid: next.kid,
      endsAt: now + OVERLAP_MS,
    });
    expect((await published()).sort()).toEqual([old.kid, next.kid].sort());
    now += OVERLAP_MS;
    expect(await published()).toEqual([next.kid]);
    expect(await codeOf(await register(old))).toBe('relay.ended');
  });

  it('ends a key at once for its holder or for the vendor, never for others, and for good', async () => {
    const [mine, other] = keys as [TestKey, TestKey];
    await register(mine);
    await register(other);
    const revoke = async (kid: string, key: TestKey) =>
      post(`/installations/${kid}/revocation`, { proof: await proofOf(key, { nonce: await nonce(), purpose: 'revoke' }) });
    expect(await codeOf(await revoke(other.kid, mine))).toBe('relay.notYours');
    expect((await revoke(mine.kid, mine)).status).toBe(204);
    expect(await published()).toEqual([other.kid]);
    expect(await codeOf(await register(mine))).toBe('relay.ended');

    expect((await post(`/installations/${other.kid}/revocation`, {})).status).toBe(403);
    expect((await post(`/installations/${other.kid}/revocation`, {}, { authorization: 'Bearer wrong' })).status).toBe(403);
    expect((await post(`/installations/${other.kid}/revocation`, {}, { authorization: `Bearer ${ADMIN}` })).status).toBe(204);
    expect(await published()).toEqual([]);
  });

  it('has a capacity, and a code to enrol with when the vendor asks for one', async () => {
    for (const key of keys.slice(0, 3)) expect((await register(key)).status).toBe(201);
    expect((await register(keys[3]!)).status).toBe(507);
    await start({ enrolmentCode: 'vendor-code' });
    const proof = await proofOf(keys[0]!, { nonce: await nonce(), purpose: 'register' });
    expect(await codeOf(await post('/installations', { proof }))).toBe('relay.enrolment');
    expect((await post('/installations', { proof, enrolment: 'vendor-code' })).status).toBe(201);
  });
});

describe('the fixed address', () => {
  const state = (port: number | string): string => `${port}.${'x'.repeat(43)}`;

  it('sends the browser to the loopback port the state names, with what SPF said', async () => {
    const response = await get(`/callback?code=abc%26d&state=${state(50123)}&extra=1`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`http://127.0.0.1:50123/callback?code=abc%26d&state=${state(50123)}`);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('sends it nowhere else', async () => {
    for (const bad of [
      '',
      'abc',
      state(80),
      state(70_000),
      state('127.0.0.1:50123@evil.example'),
      state('//evil.example'),
      `50123.${'x'.repeat(8)}`,
    ])
      expect((await get(`/callback?code=a&state=${encodeURIComponent(bad)}`)).status).toBe(400);
  });

  it('keeps nothing of what passes', async () => {
    await get(`/callback?code=secret-code&state=${state(50123)}`);
    await get('/unknown/secret-path');
    expect(logged.map(({ ms: _ms, ...rest }) => rest)).toEqual([
      { method: 'GET', route: '/callback', status: 302 },
      { method: 'GET', route: 'none', status: 404 },
    ]);
  });
});

describe('the service', () => {
  it('says whether its database answers', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'up' });
  });

  it('slows down who asks too much, registrations first', async () => {
    await start({ perMinute: 40, registrationsPerMinute: 2 });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await post('/installations', {})).status);
    expect(statuses).toEqual([400, 400, 429]);
    for (let i = 0; i < 45; i += 1) statuses.push((await get('/health')).status);
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses bodies that are too large or no JSON', async () => {
    expect((await post('/installations', { proof: 'x'.repeat(20_000) })).status).toBe(413);
    const text = await fetch(`${relay.address}/installations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([text.status, await codeOf(text)]).toEqual([400, 'relay.input']);
  });

  it('names each setting that is missing, and no value', () => {
    expect(() => readConfig({ RELAY_ADDRESS: 'not an address', RELAY_SECRET: 'short' })).toThrow(/RELAY_ADDRESS.*\n?.*RELAY_SECRET/s);
  });
});
