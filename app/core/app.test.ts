import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TopicEvent } from '#shared/contract/events.ts';
import { messages } from '#shared/i18n/messages.ts';
import type { App } from './app.ts';
import { createServerClock } from './server-clock.ts';
import { connect, createStage, FIRM, type Stage, until } from './testing.ts';

let stage: Stage | null = null;
afterEach(async () => {
  await stage?.end();
  stage = null;
});
async function open(options: Parameters<typeof createStage>[0] = {}): Promise<App> {
  stage = await createStage({ documents: 20, ...options });
  return stage.open();
}

describe('the first start of the sandbox', () => {
  it('has a firm with clients, and a second start adds none', async () => {
    const app = await open();
    const { clients } = await app.call('clients.list', {});
    expect(clients).toHaveLength(9);
    expect(clients.find(({ isFirm }) => isFirm)?.enterpriseNumber).toBe(FIRM);
    expect((await app.call('app.status', {})).firmName).toBe(clients[0]!.name);
    await app.close();
    expect((await (await stage!.open()).call('clients.list', {})).clients.map(({ id }) => id)).toEqual(clients.map(({ id }) => id));
  });

  it('opens without a server and says so where it matters', async () => {
    const app = await open({ documents: 0 });
    await app.close();
    const again = await stage!.open({ controlBase: 'http://127.0.0.1:9' });
    expect((await again.call('clients.list', {})).clients).toHaveLength(9);
    await expect(again.call('sandbox.advance', { days: 1 })).rejects.toMatchObject({ code: 'net.forbidden' });
  });
});

describe('the clock', () => {
  it('follows the simulator in the sandbox', async () => {
    const app = await open({ startAt: '2026-11-19T09:00:00Z' });
    expect((await app.call('app.status', {})).today).toBe('2026-11-19');
    expect((await app.call('sandbox.advance', { days: 1, hours: 2 })).today).toBe('2026-11-20');
    expect(new Date(app.context.now()).toISOString()).toMatch(/^2026-11-20T11:0/);
  });

  it('stays the machine’s elsewhere, and knows the skew', () => {
    const clock = createServerClock({ now: () => 1_000_000_000_000 }, false, () => {});
    clock.observe(new Date(1_000_000_600_000).toUTCString());
    expect(clock.clock.now()).toBe(1_000_000_000_000);
    expect(clock.skewMs()).toBe(600_500);
    clock.observe('nonsense');
    expect(clock.skewMs()).toBe(600_500);
  });
});

describe('people', () => {
  it('begins with one partner; the last partner stays', async () => {
    const app = await open({ documents: 0 });
    const { users, currentId } = await app.call('users.list', {});
    expect(users).toMatchObject([{ id: currentId, role: 'partner', active: true }]);
    const { id } = users[0]!;
    await expect(app.call('users.save', { id, name: 'A', initials: 'A', role: 'assistant' })).rejects.toMatchObject({
      code: 'users.lastPartner',
    });
    const added = await app.call('users.save', { name: 'Second', initials: 'S', role: 'assistant' });
    const second = added.users.find(({ name }) => name === 'Second')!;
    expect((await app.call('users.switch', { id: second.id })).currentId).toBe(second.id);
    await app.close();
    expect((await (await stage!.open()).call('users.list', {})).currentId).toBe(second.id);
  });
});

describe('settings', () => {
  it('are kept, and the quota is the environment’s own outside the sandbox', async () => {
    const app = await open({ documents: 0 });
    await app.call('settings.set', { locale: 'de', quota: 'prd' });
    expect(await stage!.control('GET', '/quota')).toEqual({ quota: 'prd' });
    await app.close();
    const acceptance = await stage!.open({ environment: 'acceptance' });
    expect(await acceptance.call('settings.get', {})).toMatchObject({ locale: 'de', quota: 'acc' });
    await expect(acceptance.call('settings.set', { quota: 'off' })).rejects.toMatchObject({ code: 'settings.quotaFixed' });
  });
});

describe('clients', () => {
  it('are normalised, checked and guarded against overwriting', async () => {
    const app = await open({ documents: 0 });
    const saved = await app.call('clients.save', { enterpriseNumber: 'BE 0999.999.922', name: 'Exemple SRL', regime: 'month' });
    expect(saved).toMatchObject({ enterpriseNumber: '0999999922', version: 1, countryCode: 'BE' });
    await expect(app.call('clients.save', { enterpriseNumber: '0999999922', name: 'Twice' })).rejects.toMatchObject({
      code: 'clients.exists',
    });
    await expect(app.call('clients.save', { enterpriseNumber: '0999999923', name: 'Wrong' })).rejects.toMatchObject({
      code: 'clients.number',
    });
    const changed = await app.call('clients.save', { ...saved, name: 'Exemple SA' });
    expect(changed.version).toBe(2);
    await expect(app.call('clients.save', { ...saved, name: 'Late' })).rejects.toMatchObject({ code: 'clients.changed' });
  });
});

describe('the day', () => {
  it('asks for a consent first, then shows demands and what leaves soon', async () => {
    const app = await open({ documents: 150 });
    expect((await app.call('today.get', {})).tasks[0]!.kind).toBe('consent');
    const events: TopicEvent[] = [];
    app.onEvent((event) => events.push(event));
    await connect(app);
    await app.sync.run({});
    const today = await app.call('today.get', {});
    expect(today.tasks.some(({ kind }) => kind === 'consent')).toBe(false);
    const demands = today.tasks.filter(({ kind }) => kind === 'demand');
    expect(demands.every(({ label, due }) => label !== null && due !== null && due >= app.context.today())).toBe(true);
    // Those whose 48 hours are over stand together, one task a client, the newest first.
    const late = today.tasks.filter(({ kind }) => kind === 'lateDemand');
    expect(late.length).toBeGreaterThan(0);
    expect(new Set(late.map(({ clientId }) => clientId)).size).toBe(late.length);
    expect(late.map(({ due }) => due)).toEqual(
      late
        .map(({ due }) => due)
        .sort()
        .reverse(),
    );
    const urgent = { filter: { urgent: true }, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 1 } as const;
    expect([...demands, ...late].reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(
      (await app.call('documents.list', urgent)).total,
    );
    expect(today.counts.find(({ kind }) => kind === 'lateDemand')?.count).toBeGreaterThanOrEqual(late.length);
    expect(today.documents.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(100);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => events[0]!.sequence + index));
    const { days } = await app.call('calendar.list', { from: '2026-10-01', until: '2026-12-31' });
    expect(days.length).toBeGreaterThan(0);
  });

  it('has words for everything it lists', async () => {
    const app = await open({ documents: 10 });
    await connect(app);
    await app.sync.run({});
    const { rows } = await app.call('activity.list', { limit: 100 });
    expect(rows.length).toBeGreaterThan(0);
    for (const { kind } of rows) expect(Object.keys(messages)).toContain(`activity.${kind}`);
    expect((await app.call('activity.list', { limit: 1, before: rows[0]!.id })).rows[0]?.id).toBe(rows[1]?.id);
  });
});

describe('the log', () => {
  it('holds no client, number or token', async () => {
    const app = await open();
    await connect(app);
    await app.sync.run({});
    const token = app.context.db.all({ name: 'test', sql: 'SELECT access_token AS token FROM consent' }) as { token: string }[];
    const file = path.join(stage!.profileDir, 'logs', 'guichet.log');
    await until(() => readFileSync(file, 'utf8').includes('mmf.content'));
    const text = readFileSync(file, 'utf8');
    for (const { name, enterpriseNumber } of (await app.call('clients.list', {})).clients) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(enterpriseNumber);
    }
    expect(text).not.toContain(token[0]!.token);
  });
});

describe('databases that do not open', () => {
  it('makes the index of the search anew whatever became of it, and never the database itself', async () => {
    const app = await open({ documents: 0 });
    const search = path.join(stage!.profileDir, 'search.db');
    const clients = (await app.call('clients.list', {})).clients.length;
    await app.close();
    const harms = [() => rmSync(search), () => truncateSync(search, 4096 * 3), () => writeFileSync(search, Buffer.alloc(8192))];
    for (const harm of harms) {
      harm();
      const again = await stage!.open();
      expect((await again.call('clients.list', {})).clients).toHaveLength(clients);
      await again.close();
    }
    const file = path.join(stage!.profileDir, 'guichet.db');
    rmSync(file);
    await expect(stage!.open()).rejects.toMatchObject({ code: 'db.missing' });
    expect(existsSync(file)).toBe(false);
  });
});
