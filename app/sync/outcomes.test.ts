import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import type { Net } from '#app/core/ports.ts';
import { connect, createStage, FIRM, type Stage, until } from '#app/core/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { clientParties } from '#app/simulator/seed/parties.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { addDays, localDate } from '#shared/domain/local-date.ts';

const CLIENT = '0100000268';
const START = '2026-11-19T09:00:00Z';
const TODAY = localDate('2026-11-19');
let stage: Stage;
afterEach(() => stage.end());

interface Logged {
  readonly path: string;
  readonly status: number;
}
const contents = async (): Promise<Logged[]> => (await stage.control<{ items: Logged[] }>('GET', '/requests?route=mmf.content')).items;
const add = async (body: object): Promise<string[]> => (await stage.control<{ uuids: string[] }>('POST', '/documents', body)).uuids;
const rows = async (app: App): Promise<DocumentRow[]> =>
  (await app.call('documents.list', { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 500 })).rows;
const byUuid = async (app: App, uuid: string): Promise<DocumentRow> => (await rows(app)).find((row) => row.uuid === uuid)!;
const base64 = (text: string): string => Buffer.from(`<?xml version="1.0"?><${text}/>`).toString('base64');

const REFUSED = JSON.stringify({ type: 'urn:problem-type:belgif:missingPermission', status: 403 });
let asked = 0;

/** As the stage's simulator makes it from its seed. */
const representativeOf = (enterprise: string): string =>
  clientParties(1, 8).find(({ enterpriseNumber }) => enterpriseNumber === enterprise)!.representative;

/** SPF that shows documents but gives none of this owner's. */
const withoutMandate = (owner: string): Net => {
  asked = 0;
  const { net } = createTestPorts({ profileDir: stage.profileDir, origins: [stage.simulator.origin] });
  const refusal = async function* () {
    yield Buffer.from(REFUSED);
  };
  return {
    send: async (request) => {
      if (!request.url.includes('/content') || !request.url.includes(owner)) return net.send(request);
      asked += 1;
      return { status: 403, headers: { 'content-type': 'application/problem+json' }, body: refusal() };
    },
  };
};

async function connected(): Promise<App> {
  stage = await createStage({ documents: 0, startAt: START });
  const app = await stage.open();
  await connect(app);
  return app;
}

describe('refusals', () => {
  it('name the mandate, mark one client only, and stop asking after a few', async () => {
    stage = await createStage({ documents: 0, startAt: START });
    const app = await stage.open({}, { net: withoutMandate(CLIENT) });
    await connect(app);
    await add({ owner: CLIENT, size: 300, count: 200 });
    await add({ owner: FIRM, size: 300, count: 3 });
    await app.sync.run({});
    const list = await rows(app);
    const refused = list.filter(({ archive }) => archive === 'refused');
    expect(refused).toHaveLength(200);
    expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['sync.needsMandate.biztax']));
    expect(list.filter(({ archive }) => archive === 'stored')).toHaveLength(3);
    // Those that were on their way when the first refusals came.
    expect(asked).toBeLessThanOrEqual(20);
    const before = asked;
    const { clients } = await app.call('clients.list', {});
    expect(clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)?.trouble).toBe('sync.needsMandate.biztax');
    expect(clients.filter(({ trouble }) => trouble !== null)).toHaveLength(1);
    expect(clients.find(({ enterpriseNumber }) => enterpriseNumber === FIRM)?.lastSuccess).not.toBeNull();

    // By itself no second time that day; a person who has seen to the mandate is believed, within the same bounds.
    app.sync.start(undefined, 'schedule');
    await until(() => app.sync.status().state === 'idle');
    expect(asked).toBe(before);
    await app.sync.run({});
    expect(asked - before).toBeGreaterThan(0);
    expect(asked - before).toBeLessThanOrEqual(20);
  });

  it('of UBO documents name the UBO mandate', async () => {
    stage = await createStage({ documents: 0, startAt: START });
    const app = await stage.open({}, { net: withoutMandate(CLIENT) });
    await connect(app);
    await stage.control('POST', '/mandates', { mandator: CLIENT, mandatary: FIRM, types: ['VAT', 'MYMINFIN', 'UBO'] });
    const [uuid] = (await add({ owner: CLIENT, type: 'UBO - amende' })) as [string];
    await app.sync.run({});
    const row = await byUuid(app, uuid);
    expect(row).toMatchObject({ archive: 'refused', reason: 'sync.needsMandate.ubo' });
    expect((await app.call('documents.get', { id: row.id })).until).not.toBeNull();
  });
});

describe('a document that SPF changed', () => {
  it('is fetched again, keeps both contents, and is new once more', async () => {
    const app = await connected();
    const [uuid] = (await add({ owner: CLIENT, base64: base64('one'), modifiedOn: addDays(TODAY, -9) })) as [string];
    await app.sync.run({});
    const { id, ...first } = await byUuid(app, uuid);
    await app.call('desk.change', { selection: { ids: [id] }, change: { work: 'done', seen: true } });
    await stage.control('POST', `/documents/${uuid}`, { base64: base64('two'), modifiedOn: TODAY });
    await stage.control('POST', '/faults', { route: 'mmf.content', kind: 'status500', count: 1000, params: {} });
    const running = app.sync.run({});
    await until(async () => (await byUuid(app, uuid)).modifiedOn === TODAY);
    // Until the new one is here the former stays readable.
    expect(Buffer.from((await app.call('documents.content', { id })).bytes).toString()).toContain('one');
    await stage.control('DELETE', '/faults');
    await running;
    const second = await byUuid(app, uuid);
    expect(first).toMatchObject({ versions: 1, archive: 'stored' });
    expect(second).toMatchObject({ versions: 2, archive: 'stored', work: 'new', seen: false });
    const detail = await app.call('documents.get', { id });
    expect(detail.contents.map(({ modifiedOn }) => modifiedOn)).toEqual([TODAY, addDays(TODAY, -9)]);
    const read = async (version?: string) => Buffer.from((await app.call('documents.content', { id, version })).bytes).toString();
    expect([await read(), await read(detail.contents[1]!.sha256)].map((text) => /one|two/.exec(text)?.[0])).toEqual(['two', 'one']);
    expect(detail.history.map(({ what }) => what)).toContain('document.changed');
    await expect(read('0'.repeat(64))).rejects.toMatchObject({ code: 'documents.notStored' });
  });

  it('with the same bytes is only dated anew', async () => {
    const app = await connected();
    const [uuid] = (await add({ owner: CLIENT, base64: base64('one'), modifiedOn: addDays(TODAY, -9) })) as [string];
    await app.sync.run({});
    const { id } = await byUuid(app, uuid);
    await app.call('desk.change', { selection: { ids: [id] }, change: { work: 'done' } });
    await stage.control('POST', `/documents/${uuid}`, { modifiedOn: TODAY });
    await app.sync.run({});
    expect(await byUuid(app, uuid)).toMatchObject({ versions: 1, work: 'done', modifiedOn: TODAY });
    await app.sync.run({});
    expect(await contents()).toHaveLength(2);
  });
});

describe('two consents that show a document', () => {
  it('make one row with both contexts, fetched once, by the owner’s own', async () => {
    const app = await connected();
    await connect(app, CLIENT, representativeOf(CLIENT));
    const [uuid] = (await add({ owner: CLIENT, size: 400 })) as [string];
    await app.sync.run({});
    await app.sync.run({});
    expect((await rows(app)).filter((row) => row.uuid === uuid)).toHaveLength(1);
    expect((await contents()).map(({ status }) => status)).toEqual([200]);
    const sources = app.context.db.all(query<{ source: string }>('test.sources', 'SELECT source FROM document_source ORDER BY source'));
    expect(sources.map(({ source }) => source)).toEqual([FIRM, CLIENT].sort());
    const used = app.context.db.get(query<{ source: string }>('test.used', 'SELECT source FROM document'));
    expect(used?.source).toBe(CLIENT);
  });
});

describe('the search quota', () => {
  it('lets a fresh search stand in where it covers the scope, and waits where it does not, saying until when', async () => {
    stage = await createStage({ documents: 6, quota: 'prd' });
    const app = await stage.open({ environment: 'acceptance', quota: 'prd' });
    await connect(app);
    const clientId = app.context.db.write((tx) => {
      const set = {
        name: 'test.client',
        sql: 'INSERT INTO client (id, enterprise_number, name) VALUES (@id, @number, @number)',
        change: true,
      } as const;
      const id = app.context.id();
      tx.run<{ id: string; number: string }>(set, { id, number: CLIENT });
      return id;
    });
    const searched = async (): Promise<number> =>
      (await stage.control<{ items: unknown[] }>('GET', '/requests?route=mmf.search')).items.length;
    await app.sync.run({ client: clientId });
    await app.sync.run({ client: clientId });
    expect(await searched()).toBe(1);
    const all = app.sync.run({});
    all.catch(() => {});
    await until(() => app.sync.status().state === 'waiting');
    const { reason, until: instant } = app.sync.status();
    expect(reason).toBe('sync.searchQuota');
    expect(Date.parse(instant!) - app.context.now()).toBeGreaterThan(500_000);
    await app.call('sync.cancel', {});
    await expect(all).rejects.toMatchObject({ code: 'sync.cancelled' });
    expect(await searched()).toBe(1);
  });
});

describe('a consent that ends', () => {
  it('holds back only what nobody else shows', async () => {
    const app = await connected();
    await connect(app, CLIENT, representativeOf(CLIENT));
    await add({ owner: CLIENT, size: 400, count: 2 });
    await add({ owner: FIRM, size: 400, count: 2 });
    await stage.control('POST', '/faults', { route: 'mmf.content', kind: 'status500', count: 1000, params: {} });
    const running = app.sync.run({}).catch(() => {});
    await until(async () => (await rows(app)).length === 4);
    await app.call('sync.cancel', {});
    await running;
    await stage.control('DELETE', '/faults');
    const { consents } = await app.call('identity.list', {});
    await app.call('identity.forget', { id: consents.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!.id });
    await app.sync.run({});
    expect((await rows(app)).map(({ archive }) => archive)).toEqual(['stored', 'stored', 'stored', 'stored']);
  });
});

describe('left out', () => {
  it('are documents of archived clients, until the client is one again', async () => {
    const app = await connected();
    const client = (await app.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
    await app.call('clients.archive', { ids: [client.id], archived: true });
    const [uuid] = (await add({ owner: CLIENT, size: 400 })) as [string];
    await app.sync.run({});
    expect(await byUuid(app, uuid)).toMatchObject({ archive: 'excluded', reason: 'sync.excludedClient' });
    await app.call('clients.archive', { ids: [client.id], archived: false });
    await app.sync.run({});
    expect((await byUuid(app, uuid)).archive).toBe('stored');
  });

  it('are the types SPF never gives, should it list one', async () => {
    const app = await connected();
    const labels = { fr: 'Revenus étrangers : pensions 2025', nl: 'Buitenlandse inkomsten: pensioenen 2025', de: null };
    const [uuid] = (await add({ owner: CLIENT, size: 400, labels })) as [string];
    await app.sync.run({});
    expect(await byUuid(app, uuid)).toMatchObject({ archive: 'excluded', reason: 'sync.excludedType' });
    expect(await contents()).toEqual([]);
  });
});

describe('the queue', () => {
  it('goes by what is pressing, and follows the screen and the days', async () => {
    const app = await connected();
    await stage.control('POST', '/faults', { route: 'mmf.content', kind: 'status503', count: 1000, params: { retryAfter: 60 } });
    const uuids = {
      newest: await add({ owner: CLIENT, size: 300 }),
      older: await add({ owner: CLIENT, size: 300, modifiedOn: addDays(TODAY, -20) }),
      shown: await add({ owner: CLIENT, size: 300, modifiedOn: addDays(TODAY, -30) }),
      delay: await add({ owner: CLIENT, type: 'Avertissement-extrait de rôle {year}', modifiedOn: addDays(TODAY, -10) }).catch(() =>
        add({ owner: CLIENT, type: 'assessment', modifiedOn: addDays(TODAY, -10) }),
      ),
      demand: await add({ owner: CLIENT, type: 'Sommation', modifiedOn: addDays(TODAY, -40) }),
      leaving: await add({ owner: CLIENT, size: 300, modifiedOn: addDays(TODAY, -58) }),
    };
    const running = app.sync.run({}).catch(() => {});
    await until(async () => app.sync.status().state === 'waiting' && (await rows(app)).length === 6);
    const order = (): (string | undefined)[] => {
      const found = app.context.db.all(
        query<{ uuid: string }>(
          'test.order',
          'SELECT d.uuid FROM job j JOIN document d ON d.id = j.key ORDER BY j.priority, j.rank DESC, j.id',
        ),
      );
      return found.map(({ uuid }) => Object.entries(uuids).find(([, [each]]) => each === uuid)?.[0]);
    };
    expect(order()).toEqual(['leaving', 'demand', 'delay', 'newest', 'older', 'shown']);
    const idOf = async (uuid: string): Promise<string> => (await byUuid(app, uuid)).id;
    await app.call('documents.shown', { ids: [await idOf(uuids.shown[0]!)] });
    expect(order()).toEqual(['leaving', 'demand', 'delay', 'shown', 'newest', 'older']);
    await app.call('documents.shown', { ids: [] });
    expect(order()).toEqual(['leaving', 'demand', 'delay', 'newest', 'older', 'shown']);
    await app.call('documents.fetch', { id: await idOf(uuids.older[0]!) });
    expect(order().slice(0, 3)).toEqual(['leaving', 'older', 'demand']);
    await app.call('sync.cancel', {});
    await running;

    // Days later, what was in no hurry is leaving; and a row without a place in the queue gets one.
    await stage.control('DELETE', '/faults');
    app.context.db.write((tx) => tx.run(command('test.lose', 'DELETE FROM job')));
    await app.call('sandbox.advance', { days: 1 });
    await app.sync.run({});
    expect(new Set((await rows(app)).map(({ archive }) => archive))).toEqual(new Set(['stored']));
    const files = readdirSync(path.join(stage.profileDir, 'archive'), { recursive: true });
    expect(files.length).toBeGreaterThan(0);
  });
});
