import { afterAll, expect, it } from 'vitest';
import { dropProfiles, openBench } from '#app/identity/test-bench.ts';
import { command } from '#app/platform/db/index.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import { FILING_STATES } from '#shared/vat/filing-states.ts';
import { updatesHandlers } from './standing.ts';

const put = command<{ id: string; state: string }>(
  'test.return',
  "INSERT INTO vat_return (id, client_id, period_key, state, content, created_at, updated_at) VALUES (@id, @id, '2026-10', @state, '{}', 0, 0)",
);

afterAll(dropProfiles);

it('counts the returns that are on their way, names the steps of the database, and has no feed but the vendor’s', async () => {
  const bench = await openBench({ origin: 'http://127.0.0.1:1' });
  const { config, db } = bench.context;
  const ask = updatesHandlers({ config, db })['updates.standing'];
  expect(await ask({})).toMatchObject({ source: null, filings: 0 });
  db.write((tx) => {
    for (const state of FILING_STATES) tx.run(put, { id: state, state });
  });
  const updates = { feed: 'https://vendor.example/guichet', keys: [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'abc' }] };
  const vendor = { updates } as unknown as Vendor;
  const standing = await updatesHandlers({ config: { ...config, vendor }, db })['updates.standing']({});
  // Queued, being sent, of unknown outcome.
  expect(standing.filings).toBe(3);
  expect(standing.schema).toContain('settings-001');
  expect(standing.source).toEqual(updates);
  bench.close();
});
