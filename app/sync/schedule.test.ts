import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage, until } from '#app/core/testing.ts';
import { query } from '#app/platform/db/index.ts';

const CLIENT = '0100000268';
let stage: Stage;
afterEach(() => stage.end());

const idle = (app: App): Promise<void> => until(() => app.sync.status().state === 'idle');
const searches = async (): Promise<string[]> => {
  const { items } = await stage.control<{ items: { path: string }[] }>('GET', '/requests?route=mmf.search');
  return items.map(({ path }) => path);
};
const wake = async (app: App, cause: 'start' | 'resume' | 'online' | 'timer'): Promise<boolean> => {
  const { started } = await app.call('sync.wake', { cause });
  await idle(app);
  return started;
};
const kinds = async (app: App): Promise<[string, number][]> =>
  (await app.call('sync.notices', {})).notices.map(({ kind, count }) => [kind, count]);
const add = (body: object): Promise<unknown> => stage.control('POST', '/documents', body);

async function opened(): Promise<App> {
  stage = await createStage({ documents: 4, startAt: '2026-11-19T09:00:00Z' });
  return stage.open();
}

describe('waking', () => {
  it('syncs when a refresh has not been searched yet, once, and only if it may', async () => {
    const app = await opened();
    expect(await wake(app, 'start')).toBe(false);
    await connect(app);
    await app.call('settings.set', { autoSync: false });
    expect(await wake(app, 'start')).toBe(false);
    await app.call('settings.set', { autoSync: true });
    expect(await wake(app, 'start')).toBe(true);
    expect(await wake(app, 'resume')).toBe(false);
    expect(await wake(app, 'timer')).toBe(false);
    await app.call('sandbox.advance', { days: 1 });
    expect(await wake(app, 'timer')).toBe(true);
    const since = (await searches()).map((each) => new URL(each, 'http://x').searchParams.get('since'));
    expect(since).toEqual(['2026-09-20', '2026-11-17']);
  });

  it('tries a failed run again after a while, sooner when the network returns, and tells after a day', async () => {
    const app = await opened();
    await connect(app);
    await app.sync.run({});
    expect((await kinds(app)).map(([kind]) => kind)).not.toContain('syncFailing');
    await stage.control('POST', '/faults', { route: 'mmf.search', kind: 'expiredToken', count: 1000, params: {} });
    await app.call('sandbox.advance', { days: 1, hours: 1 });
    expect(await wake(app, 'timer')).toBe(true);
    expect(app.sync.status().reason).toBe('mmf.token');
    expect(await wake(app, 'timer')).toBe(false);
    expect(await kinds(app)).toContainEqual(['syncFailing', 1]);
    expect(await kinds(app)).toEqual([]);
    await stage.control('DELETE', '/faults');
    await app.call('sandbox.advance', { days: 0, hours: 1 });
    expect(await wake(app, 'online')).toBe(true);
    expect(app.sync.status().reason).toBeNull();
  });
});

describe('notices', () => {
  it('tell a demand once, many as one number, and what is leaving', async () => {
    const app = await opened();
    await connect(app);
    await add({ owner: CLIENT, type: 'Sommation', count: 5 });
    await add({ owner: CLIENT, size: 300, modifiedOn: '2026-09-21' });
    await stage.control('POST', '/faults', { route: 'mmf.content', kind: 'status503', count: 1000, params: { retryAfter: 600 } });
    const running = app.sync.run({}).catch(() => {});
    await until(() => app.sync.status().state === 'waiting');
    const flood = (await app.call('sync.notices', {})).notices;
    expect(flood.find(({ kind }) => kind === 'demand')).toMatchObject({ documentId: null, label: null });
    expect(flood.find(({ kind }) => kind === 'demand')!.count).toBeGreaterThanOrEqual(5);
    expect(flood.find(({ kind }) => kind === 'leaving')!.count).toBeGreaterThanOrEqual(1);
    expect(await kinds(app)).toEqual([]);
    await app.call('sync.cancel', {});
    await running;
    await stage.control('DELETE', '/faults');
    // The ten minutes SPF asked for hold for the next run too.
    await app.call('sandbox.advance', { days: 0, hours: 1 });
    await add({ owner: CLIENT, type: 'Sommation' });
    await app.sync.run({});
    const [one] = (await app.call('sync.notices', {})).notices;
    expect(one).toMatchObject({ kind: 'demand', count: 1, label: { fr: 'Sommation' } });
    expect(one?.clientName).toBeTruthy();
  });

  it('tell of days never seen, which somebody then answers for', async () => {
    const app = await opened();
    await connect(app);
    await app.sync.run({});
    await kinds(app);
    // The consent would end meanwhile; only its search is looked at here.
    app.context.db.write((tx) => {
      const set = { name: 'test.past', sql: "UPDATE watermark SET covered = '2026-09-10'", change: true } as const;
      tx.run(set);
    });
    await app.sync.run({});
    const { gaps } = await app.call('sync.gaps', {});
    expect(gaps).toMatchObject([{ from: '2026-09-10', until: '2026-09-19', clientId: null, acknowledgedAt: null }]);
    expect(await kinds(app)).toEqual([['gap', 1]]);
    expect((await app.call('today.get', {})).tasks.map(({ kind }) => kind)).toContain('gap');
    const after = await app.call('sync.acknowledgeGap', { id: gaps[0]!.id });
    expect(after.gaps[0]).toMatchObject({ acknowledgedBy: 'U1' });
    expect((await app.call('today.get', {})).tasks.map(({ kind }) => kind)).not.toContain('gap');
    const told = app.context.db.all(
      query<{ kind: string }>('test.audit', "SELECT kind FROM audit WHERE kind LIKE 'sync.gap%' ORDER BY id"),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['sync.gapFound', 'sync.gapAcknowledged']);
    await expect(app.call('sync.acknowledgeGap', { id: app.context.id() })).rejects.toMatchObject({ code: 'sync.unknownGap' });
  });
});
