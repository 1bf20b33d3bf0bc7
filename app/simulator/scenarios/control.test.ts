import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readConsignment } from '#app/vat/xml/read-consignment.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { evaluate, obstacles } from '#shared/vat/rules/evaluate.ts';
import { FIRM } from '../seed/parties.ts';
import { REDIRECT, simulated } from './testing.ts';

const sim = simulated({ documents: 40 });

/** `fetch` does not let a test set Host or Origin. */
function raw(base: string, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(new URL(path, base), { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject);
    call.end();
  });
}

describe('control plane', () => {
  it.each([
    [{ host: 'rebound.example' }, 403],
    [{ origin: 'https://website.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ referer: 'https://website.example/page' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ host: 'localhost:1234' }, 200],
  ])('answers %j with %d', async (headers, status) => {
    expect(await raw(sim().sim.origin, '/__sim/clock', headers as Record<string, string>)).toBe(status);
  });

  it('accepts its own pages', async () => {
    const { origin } = sim().sim;
    expect(await raw(origin, '/__sim/clock', { origin, referer: `${origin}/` })).toBe(200);
  });

  it('says on its home page what it is', async () => {
    const page = await (await fetch(sim().sim.origin)).text();
    expect(page).toContain('not SPF Finances');
  });

  it('moves the clock by duration, milliseconds and instant', async () => {
    const client = sim();
    const start = await client.now();
    await client.advance('P1DT10M');
    await client.control('clock', { advance: 5000 });
    expect(Math.round((((await client.now()) - start) / 1000 - 87_005) / 60)).toBe(0);
    await client.control('clock', { now: '2027-01-01T00:00:00Z' });
    expect(new Date(await client.now()).toISOString()).toMatch(/^2027-01-01T00:00/);
    expect((await client.control('clock', { advance: 'tomorrow' })).status).toBe(400);
  });

  it('adds, changes and removes documents', async () => {
    const client = sim();
    await client.login();
    const labels = { fr: 'Type jamais vu', nl: 'Nooit gezien', de: 'Nie gesehen' };
    const added = (await (await client.control('documents', { owner: FIRM, labels, base64: 'aGVsbG8=' })).json()) as { uuids: string[] };
    const path = `/${added.uuids[0]}/content`;
    expect(await (await client.mmf(path)).text()).toBe('hello');
    await client.control(`documents/${added.uuids[0]}`, { base64: 'Ynll' });
    expect(await (await client.mmf(path)).text()).toBe('bye');
    await client.control(`documents/${added.uuids[0]}`, undefined, 'DELETE');
    expect((await client.mmf(path)).status).toBe(400);
    const hidden = (await (await client.control('documents', { owner: FIRM, visible: 'nextDay' })).json()) as { uuids: string[] };
    expect((await client.mmf(`/${hidden.uuids[0]}/content`)).status).toBe(403);
  });

  it('logs requests without tokens and forgets them when told', async () => {
    const client = sim();
    await client.login();
    await client.control('requests', undefined, 'DELETE');
    await client.search();
    const log = await client.read<{ total: number; items: object[] }>('requests');
    expect(log).toMatchObject({
      total: 1,
      items: [{ route: 'mmf.search', method: 'GET', status: 200, enterprise: FIRM, fault: null, bodyBytes: 0 }],
    });
    expect(JSON.stringify(log)).not.toContain(client.token);
  });

  it('refuses private keys and foreign key addresses', async () => {
    const client = sim();
    const key = { kty: 'RSA', kid: 'a', n: 'AQAB', e: 'AQAB', d: 'AQAB' };
    expect((await client.control('clients', { client_id: 'x', jwks: { keys: [key] } })).status).toBe(400);
    expect((await client.control('clients', { client_id: 'x', jwks_uri: 'https://vendor.example/jwks' })).status).toBe(400);
    expect((await client.control('clients', { client_id: 'x', redirect_uris: [REDIRECT] })).status).toBe(200);
  });

  it('offers the client list and the history to import', async () => {
    const seed = await sim().read<{ clients: Record<string, string>[]; history: { xml: string; period: string; filedOn: string }[] }>(
      'seed',
    );
    expect(seed.clients).toHaveLength(12);
    expect(seed.clients[0]).toMatchObject({ enterpriseNumber: '0100000268', regime: 'month', countryCode: 'BE' });
    expect(seed.history).toHaveLength(12 * 8);
    expect(seed.history.every((one) => one.filedOn < '2026-11-10' && one.xml.includes('VATConsignment'))).toBe(true);
  });
});

describe('an office of many filers', () => {
  const office = simulated({ clients: 30, monthly: 100, documents: 0, history: 0 });

  it('files each month, and its bookkeeping exports a period as one file that trips no rule', async () => {
    const { clients } = await office().read<{ clients: { enterpriseNumber: string; regime: string }[] }>('seed');
    const monthly = clients.filter(({ regime }) => regime === 'month').map(({ enterpriseNumber }) => enterpriseNumber);
    // Two of the five fixed clients file each quarter.
    expect(monthly).toHaveLength(28);
    const drafts = await office().read<{ declarations: number; xml: string }>('drafts?period=2026-10');
    const { declarations } = readConsignment(new TextEncoder().encode(drafts.xml));
    expect(declarations.map(({ ret }) => ret?.declarant.vatNumber)).toEqual(monthly);
    for (const { ret, problems } of declarations) {
      expect(problems).toEqual([]);
      expect(obstacles(evaluate(ret!, { today: localDate('2026-11-10') }))).toEqual([]);
    }
    expect(await office().read('drafts?period=2026-10')).toEqual(drafts);
    expect(await office().read('drafts?period=2026-Q3')).toMatchObject({ declarations: 2 });
    expect(await office().read('drafts?period=soon')).toMatchObject({ error: expect.stringContaining('period') });
  });
});
