import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, FIRM, type Stage, until } from '#app/core/testing.ts';
import { createTestPorts } from '#app/platform/node/testing.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';

const CLIENT = '0100000268';
let stage: Stage;
afterEach(() => stage.end());

interface Logged {
  readonly path: string;
  readonly status: number;
}
const requests = async (route: string): Promise<Logged[]> =>
  (await stage.control<{ items: Logged[] }>('GET', `/requests?route=${route}`)).items;
const fault = (route: string, kind: string, count = 1, params: Record<string, number> = {}): Promise<unknown> =>
  stage.control('POST', '/faults', { route, kind, count, params });
const add = async (body: object): Promise<string[]> => (await stage.control<{ uuids: string[] }>('POST', '/documents', body)).uuids;
const rows = async (app: App, filter: object = {}): Promise<DocumentRow[]> =>
  (await app.call('documents.list', { filter, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 500 })).rows;
const byUuid = async (app: App, uuid: string): Promise<DocumentRow> => (await rows(app)).find((row) => row.uuid === uuid)!;
const archived = (profileDir: string): string[] =>
  readdirSync(path.join(profileDir, 'archive'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

async function connected(options: Parameters<typeof createStage>[0] = {}): Promise<App> {
  stage = await createStage(options);
  const app = await stage.open();
  await connect(app);
  return app;
}

describe('a whole sync', () => {
  it('archives every visible document once, each openable and true to its hash', async () => {
    const app = await connected();
    const summary = await app.sync.run({});
    expect(summary).toMatchObject({ documents: 60, failed: 0 });
    const list = await rows(app);
    expect(list).toHaveLength(60);
    expect(new Set(list.map(({ archive }) => archive))).toEqual(new Set(['stored']));
    for (const row of list) {
      const { bytes, mimeType } = await app.call('documents.content', { id: row.id });
      expect(bytes.byteLength).toBe(row.size);
      expect(mimeType).toBe(row.mimeType);
    }
    expect(await requests('mmf.content')).toHaveLength(60);
    // Nothing new: the next run only searches.
    expect(await app.sync.run({})).toMatchObject({ documents: 0, failed: 0 });
    expect(await requests('mmf.content')).toHaveLength(60);
    for (const file of archived(stage.profileDir)) expect(readFileSync(file).includes('%PDF')).toBe(false);
  });

  it('names the owner of a mandator with ten digits, and none for the firm itself', async () => {
    const app = await connected();
    await app.sync.run({});
    const owners = (await requests('mmf.content')).map((each) => new URL(each.path, 'http://x').searchParams.get('ownerIdentifier'));
    expect(owners).toContain(CLIENT);
    expect(owners.filter((owner) => owner !== null && !/^\d{10,11}$/.test(owner))).toEqual([]);
    expect(owners).not.toContain(FIRM);
    const { clients } = await app.call('clients.list', {});
    expect(clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!.documents).toBeGreaterThan(0);
    expect(clients.every(({ lastSuccess }) => lastSuccess !== null)).toBe(true);
  });

  it('syncs one client alone', async () => {
    const app = await connected();
    const client = (await app.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
    const summary = await app.sync.run({ client: client.id });
    const list = await rows(app);
    expect(list.length).toBe(summary.documents);
    expect(new Set(list.map(({ clientId }) => clientId))).toEqual(new Set([client.id]));
    expect((await app.call('sync.status', {})).lastSuccess).toBeNull();
  });

  it('makes a client of a mandator nobody has entered', async () => {
    stage = await createStage();
    const app = await stage.open({ environment: 'acceptance', quota: 'off' });
    await connect(app);
    await app.sync.run({});
    const { clients } = await app.call('clients.list', {});
    expect(clients.map(({ name }) => name)).toContain('0100.000.268');
  });

  it('says that nobody has consented', async () => {
    stage = await createStage();
    const app = await stage.open();
    await expect(app.sync.run({})).rejects.toMatchObject({ code: 'sync.noConsent', action: 'connect' });
    expect(await app.call('sync.status', {})).toMatchObject({ state: 'idle', reason: 'sync.noConsent' });
  });
});

describe('interruption', () => {
  const storedUuids = (log: Logged[]): string[] => log.filter(({ status }) => status === 200).map((each) => each.path);

  it('goes on after a close in the middle, fetching nothing stored twice', async () => {
    const first = await connected({ documents: 200 });
    const running = first.sync.run({}).catch((error: { code: string }) => error.code);
    await until(() => first.sync.status().total.done >= 40);
    await first.close();
    expect(await running).toBe('sync.cancelled');

    const second = await stage.open({ resume: true });
    const stored = await rows(second, { archive: 'stored' });
    expect(stored.length).toBeGreaterThanOrEqual(40);
    await stage.control('DELETE', '/requests');
    await until(() => second.sync.status().state === 'idle' && second.sync.status().lastSuccess !== null);
    expect(new Set((await rows(second)).map(({ archive }) => archive))).toEqual(new Set(['stored']));
    const again = storedUuids(await requests('mmf.content'));
    expect(again.length).toBe(200 - stored.length);
    expect(again.filter((url) => stored.some(({ uuid }) => url.includes(uuid)))).toEqual([]);
  });

  it('completes from what the disk held when the process died', async () => {
    const app = await connected({ documents: 120 });
    const running = app.sync.run({});
    await until(() => app.sync.status().total.done >= 30);
    // The core's thread is this one, so the copy is what a power cut would leave at this instant.
    const crashed = mkdtempSync(path.join(tmpdir(), 'guichet crash '));
    cpSync(stage.profileDir, crashed, { recursive: true });
    await running;
    const revived = await stage.open({ profileDir: crashed, resume: true });
    try {
      await until(() => revived.sync.status().state === 'idle' && revived.sync.status().lastSuccess !== null);
      const list = await rows(revived);
      expect(list).toHaveLength(120);
      for (const row of list) expect((await revived.call('documents.content', { id: row.id })).bytes.byteLength).toBe(row.size);
      expect(archived(crashed).filter((file) => file.includes('incoming'))).toEqual([]);
    } finally {
      await revived.close();
      rmSync(crashed, { recursive: true, force: true });
    }
  });

  it('stops when told to, keeps what arrived and resumes', async () => {
    const app = await connected({ documents: 200 });
    await app.call('sync.start', {});
    await until(() => app.sync.status().total.done >= 20);
    expect(await app.call('sync.cancel', {})).toMatchObject({ state: 'idle', reason: null });
    const kept = (await rows(app, { archive: 'stored' })).length;
    expect(kept).toBeGreaterThanOrEqual(20);
    expect(kept).toBeLessThan(200);
    expect(await app.sync.run({})).toMatchObject({ documents: 200 - kept, failed: 0 });
    expect((await app.call('activity.list', { limit: 10 })).rows.map(({ kind }) => kind)).toContain('sync.stopped');
  });
});

describe('bad answers', () => {
  it('on downloads are overcome and never enter the archive', async () => {
    const app = await connected({ documents: 12 });
    for (const kind of ['cutBody', 'wrongLength', 'htmlBody', 'reset', 'status500', 'expiredToken']) await fault('mmf.content', kind);
    await fault('mmf.content', 'status503', 1, { retryAfter: 1 });
    await app.sync.run({});
    const list = await rows(app);
    expect(list.map(({ archive }) => archive)).toEqual(list.map(() => 'stored'));
    for (const row of list) {
      const { bytes } = await app.call('documents.content', { id: row.id });
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/^<!doctype html/i);
    }
    expect((await requests('mmf.content')).length).toBe(12 + 7);
  });

  it.each([
    ['bareArray', {}],
    ['expiredToken', {}],
    ['htmlBody', {}],
    ['status429', { retryAfter: 1 }],
  ])('%s on the search is overcome', async (kind, params) => {
    const app = await connected({ documents: 6 });
    await fault('mmf.search', kind, 1, params);
    expect(await app.sync.run({})).toMatchObject({ documents: 6, failed: 0 });
  });

  it('waits as long as the server asks, for the whole enterprise', async () => {
    const app = await connected({ documents: 30 });
    await fault('mmf.content', 'status429', 1, { retryAfter: 2 });
    const running = app.sync.run({});
    await until(() => app.sync.status().state === 'waiting');
    const { reason, until: instant } = app.sync.status();
    expect(reason).toBe('sync.retryAfter');
    const before = (await requests('mmf.content')).length;
    await until(() => app.context.now() >= Date.parse(instant!) - 400);
    expect((await requests('mmf.content')).length).toBe(before);
    await running;
    expect((await rows(app, { archive: 'stored' })).length).toBe(30);
  });

  it('marks only the document whose mandate has gone', async () => {
    stage = await createStage({ documents: 0 });
    await add({ owner: FIRM, size: 500, count: 5 });
    const [uuid] = (await add({ owner: CLIENT, size: 500 })) as [string];
    const base = createTestPorts({ profileDir: stage.profileDir, origins: [stage.simulator.origin] });
    const send: typeof base.net.send = async (request) => {
      if (!request.url.includes(uuid)) return base.net.send(request);
      await stage.control('POST', '/mandates', { mandator: CLIENT, mandatary: FIRM, types: [] });
      const answer = await base.net.send(request);
      await stage.control('POST', '/mandates', { mandator: CLIENT, mandatary: FIRM, types: ['VAT', 'MYMINFIN'] });
      return answer;
    };
    const app = await stage.open({}, { net: { send } });
    await connect(app);
    expect(await app.sync.run({})).toMatchObject({ documents: 5, failed: 1 });
    expect(await byUuid(app, uuid)).toMatchObject({ archive: 'refused', reason: 'sync.needsMandate.biztax' });
    const client = (await app.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
    expect(client.trouble).toBe('sync.needsMandate.biztax');
  });
});

describe('contents', () => {
  it('takes 20 MB, a six-byte annex, and the same bytes once', async () => {
    const app = await connected({ documents: 0 });
    const [large] = (await add({ owner: CLIENT, size: 20_000_000 })) as [string];
    const [annex] = (await add({ owner: CLIENT, base64: Buffer.from('empty\n').toString('base64') })) as [string];
    const same = Buffer.from('<?xml version="1.0"?><same/>').toString('base64');
    await add({ owner: CLIENT, base64: same, count: 2 });
    await app.sync.run({});
    expect(await byUuid(app, large)).toMatchObject({ archive: 'stored', size: 20_000_000, mimeType: 'application/pdf' });
    expect(await byUuid(app, annex)).toMatchObject({ archive: 'stored', size: 6, mimeType: 'application/octet-stream' });
    expect(await rows(app)).toHaveLength(4);
    const size = archived(stage.profileDir).reduce((sum, file) => sum + statSync(file).size, 0);
    // Twice the same would cost another seal.
    expect(size).toBeLessThan(20_000_000 + 500);
  });

  it('never takes an empty body', async () => {
    const app = await connected({ documents: 3 });
    const [uuid] = (await add({ owner: CLIENT, base64: '' })) as [string];
    const running = app.sync.run({});
    await until(async () => (await byUuid(app, uuid))?.archive !== undefined && (await rows(app, { archive: 'stored' })).length === 3);
    await app.call('sync.cancel', {});
    await running.catch(() => {});
    expect((await byUuid(app, uuid)).archive).toBe('waiting');
  });

  it('notices a damaged file when it is opened and fetches it again', async () => {
    const app = await connected({ documents: 2 });
    await app.sync.run({});
    for (const file of archived(stage.profileDir)) {
      const bytes = readFileSync(file);
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(file, bytes);
    }
    const [row] = (await rows(app)) as [DocumentRow];
    await expect(app.call('documents.content', { id: row.id })).rejects.toMatchObject({ code: 'document.damaged' });
    await until(async () => (await byUuid(app, row.uuid)).archive === 'stored');
    expect((await app.call('documents.content', { id: row.id })).bytes.byteLength).toBe(row.size);
  });

  it('fetches a document asked for without a whole sync', async () => {
    const app = await connected({ documents: 8 });
    await fault('mmf.content', 'status500', 1000);
    const running = app.sync.run({}).catch(() => {});
    await until(async () => (await rows(app)).length === 8);
    await app.call('sync.cancel', {});
    await running;
    await stage.control('DELETE', '/faults');
    const [row] = (await rows(app)) as [DocumentRow];
    await app.call('documents.fetch', { id: row.id });
    await until(async () => (await byUuid(app, row.uuid)).archive === 'stored');
    expect((await rows(app, { archive: 'waiting' })).length).toBe(7);
  });

  it('fetches a receipt the next day by itself, asked for the day before', async () => {
    const app = await connected({ documents: 2, startAt: '2026-11-19T09:00:00Z' });
    const [uuid] = (await add({ owner: CLIENT, size: 3000, visible: 'nextDay' })) as [string];
    const request = { uuid, owner: CLIENT as EnterpriseNumber, reason: 'receiptPdf' } as const;
    const id = await app.sync.requestDocument(request);
    expect(await app.sync.requestDocument(request)).toBe(id);
    expect(await app.sync.run({})).toMatchObject({ documents: 2, failed: 0 });
    expect(await byUuid(app, uuid)).toMatchObject({ archive: 'waiting', group: 'receipt' });
    await app.call('sandbox.advance', { days: 1 });
    await until(async () => (await byUuid(app, uuid)).archive === 'stored');
    const asked = (await requests('mmf.content')).filter(({ path: address }) => address.includes(uuid));
    expect(asked.map(({ status }) => status)).toEqual([200]);
  });

  it('rests when a receipt that is waited for needs a consent, and fetches it once there is one', async () => {
    const app = await connected({ documents: 0, startAt: '2026-11-19T09:00:00Z' });
    const [uuid] = (await add({ owner: CLIENT, size: 3000, visible: 'nextDay' })) as [string];
    await app.sync.requestDocument({ uuid, owner: CLIENT as EnterpriseNumber, reason: 'receiptPdf' });
    for (const { id } of (await app.call('identity.list', {})).consents) await app.call('identity.forget', { id });
    await app.call('sandbox.advance', { days: 1 });
    await until(async () => (await byUuid(app, uuid)).archive === 'waiting');
    await connect(app);
    await app.sync.run({});
    expect((await byUuid(app, uuid)).archive).toBe('stored');
  });

  it('shows as a gap what left the window before it could be fetched', async () => {
    const app = await connected({ documents: 0, startAt: '2026-11-19T09:00:00Z' });
    const [uuid] = (await add({ owner: CLIENT, size: 3000, modifiedOn: '2026-09-21' })) as [string];
    await fault('mmf.content', 'status500', 1000);
    const running = app.sync.run({}).catch(() => {});
    await until(async () => (await byUuid(app, uuid)) !== undefined);
    await app.call('sync.cancel', {});
    await running;
    expect((await byUuid(app, uuid)).leavesOn).toBe('2026-11-20');
    await stage.control('DELETE', '/faults');
    await app.call('sandbox.advance', { days: 2 });
    await app.sync.run({});
    expect(await byUuid(app, uuid)).toMatchObject({ archive: 'gone', reason: 'sync.left' });
  });
});

describe('two openings of a profile', () => {
  it('fetch each document once: the second waits for the first, and opening a third disturbs neither', async () => {
    const first = await connected();
    const second = await stage.open();
    await fault('mmf.content', 'latency', 60, { ms: 20 });
    const runs = [first.sync.run({}), second.sync.run({})];
    await until(async () => (await requests('mmf.content')).length > 5);
    await stage.open();
    const [one, other] = await Promise.all(runs);
    expect([one?.documents, other?.documents]).toEqual([60, 0]);
    expect(await requests('mmf.content')).toHaveLength(60);
  });

  it('do not make the one that waits deaf to a cancel', async () => {
    const first = await connected();
    const second = await stage.open();
    await fault('mmf.content', 'latency', 60, { ms: 20 });
    const run = first.sync.run({});
    const waiting = second.sync.run({});
    waiting.catch(() => undefined);
    expect(second.sync.status()).toMatchObject({ state: 'waiting', reason: 'sync.elsewhere', until: null });
    expect((await second.sync.cancel()).state).toBe('idle');
    await expect(waiting).rejects.toMatchObject({ code: 'sync.cancelled' });
    expect(await run).toMatchObject({ documents: 60 });
  });
});
