import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlainDatabase, type PlainDatabase } from '#app/platform/db/index.ts';
import type { PublicKey } from './installation.ts';
import { openStore, type Store } from './store.ts';

/** PostgreSQL itself, in this process; the product reaches it through its driver. */
function openPglite(): PlainDatabase {
  const db = new PGlite();
  return {
    run: async (statement, values = []) => (await db.query(statement, [...values])).rows as Readonly<Record<string, unknown>>[],
    close: () => db.close(),
  };
}

const key = (kid: string): PublicKey => ({ kty: 'RSA', n: 'n', e: 'AQAB', kid, alg: 'RS256', use: 'sig' });
/** Beyond 32 bits, as instants are. */
const T = 1_795_000_000_000;

describe.each([
  ['SQLite', () => openPlainDatabase(':memory:')],
  ['PostgreSQL', openPglite],
] as const)('the store on %s', (_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(open());
  });
  afterAll(() => store.close());

  it('keeps each key once, ends it at the earliest moment and forgets it after a time', async () => {
    expect(await store.add(key('a'), T)).toBe(true);
    expect(await store.add(key('a'), T + 5)).toBe(false);
    await store.add(key('b'), T + 1);
    expect(await store.find('a')).toEqual({ kid: 'a', key: key('a'), registeredAt: T, endsAt: null, reason: null });
    expect(await store.find('missing')).toBeNull();

    await store.end('a', T + 100, 'replaced');
    await store.end('a', T + 200, 'revoked');
    expect(await store.find('a')).toMatchObject({ endsAt: T + 100, reason: 'replaced' });
    expect((await store.published(T + 99)).map(({ kid }) => kid)).toEqual(['a', 'b']);
    expect((await store.published(T + 100)).map(({ kid }) => kid)).toEqual(['b']);
    await store.end('a', T + 50, 'revoked');
    expect(await store.find('a')).toMatchObject({ endsAt: T + 50, reason: 'revoked' });

    await store.prune(T + 50);
    expect(await store.find('a')).not.toBeNull();
    await store.prune(T + 51);
    expect(await store.find('a')).toBeNull();
    expect(await store.find('b')).not.toBeNull();
    await store.ping();
  });
});
