import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { until } from '#app/core/testing.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { createScene, rowsOf, runOf, type Scene } from './faults/testing.ts';
import { createArchive, type Restorer } from './index.ts';
import { dailyShare, paceOn } from './pace.ts';

let scene: Scene;
afterEach(() => scene?.end());

const DAY = 86_400_000;
const root = (): string => path.join(scene.stage.profileDir, 'archive');

async function stored(count: number): Promise<{ app: App; rows: DocumentRow[] }> {
  scene = await createScene();
  await scene.add({ count, size: 4000 });
  const app = await scene.open();
  expect(await runOf(app)).toBeNull();
  return { app, rows: await rowsOf(app) };
}

/** Flips one bit in the middle of each stored record that holds one of the documents. */
async function flip(app: App, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  const { keys, ports } = app.context;
  for (const id of ids) {
    const { sha256 } = await app.call('documents.get', { id });
    const blobs = createBlobStore(root(), keys, ports);
    contents.set(sha256!, await blobs.read(sha256!));
    const { file, at, length } = (await blobs.place(sha256!))!;
    const bytes = readFileSync(file);
    bytes[at + (length >> 1)]! ^= 4;
    writeFileSync(file, bytes);
    await blobs.close();
  }
  return contents;
}

const verified = async (app: App) => {
  await app.call('archive.verify', {});
  await until(async () => !(await app.call('archive.status', {})).verification.running);
  return (await app.call('archive.status', {})).verification;
};

/** The archive of an open application, with copies to restore from. */
function withCopies(app: App, restorers: readonly Restorer[], refetched: string[] = []) {
  const { keys, ports } = app.context;
  const blobs = createBlobStore(root(), keys, ports);
  return createArchive(app.context, { blobs, restorers, refetch: (id) => void refetched.push(id) });
}

describe('verification', () => {
  it('reads everything, says when, and finds a sound archive sound', async () => {
    const { app } = await stored(70);
    expect(await app.call('archive.status', {})).toMatchObject({ documents: 70, bytes: 70 * 4000, verification: { finishedAt: null } });
    const { finishedAt, damaged, done, total, problem } = await verified(app);
    expect({ damaged, done, total, problem }).toEqual({ damaged: [], done: 70, total: 70, problem: null });
    expect(Date.parse(finishedAt!)).toBeGreaterThan(Date.now() - 60_000);
    const { rows } = await app.call('activity.list', { limit: 5 });
    expect(rows.map(({ kind }) => kind)).toContain('archive.verified');
  });

  it('names a document with a flipped bit, and it is fetched again while SPF gives it', async () => {
    const { app, rows } = await stored(40);
    const [row] = rows as [DocumentRow];
    const [was] = [...(await flip(app, [row.id])).values()];
    const { damaged } = await verified(app);
    expect(damaged).toMatchObject([{ documentId: row.id, label: row.label.fr, reason: 'document.damaged' }]);
    expect(damaged[0]!.clientName).not.toBe('');
    await until(async () => (await app.call('documents.get', { id: row.id })).archive === 'stored');
    expect(Buffer.compare((await app.call('documents.content', { id: row.id })).bytes, was!)).toBe(0);
    expect((await app.call('archive.status', {})).verification.damaged).toMatchObject([{ documentId: row.id, restored: true }]);
    // The next whole one finds nothing, and says so.
    expect((await verified(app)).damaged).toEqual([]);
    const others = rows.filter(({ id }) => id !== row.id);
    for (const { id } of others) expect((await app.call('documents.content', { id })).bytes.byteLength).toBe(4000);
  });

  it('restores from the first copy that is the same content, and asks SPF for nothing then', async () => {
    const { app, rows } = await stored(5);
    const copies = await flip(app, [rows[0]!.id, rows[1]!.id]);
    const [only] = [...copies.keys()];
    const refetched: string[] = [];
    const archive = withCopies(
      app,
      [
        { name: 'broken', restore: async () => Promise.reject(new Error('the share is gone')) },
        { name: 'wrong', restore: async () => Buffer.from('something else') },
        { name: 'mirror', restore: async (sha256) => (sha256 === only ? copies.get(sha256)! : null) },
      ],
      refetched,
    );
    archive.verification.begin();
    await until(() => !archive.verification.state().running);
    const { damaged } = archive.status().verification;
    expect(damaged.filter(({ restored }) => restored).map(({ documentId }) => documentId)).toEqual([rows[0]!.id]);
    expect(refetched).toEqual([rows[1]!.id]);
    expect((await app.call('documents.content', { id: rows[0]!.id })).bytes.byteLength).toBe(4000);
    expect((await app.call('documents.get', { id: rows[1]!.id })).archive).toBe('damaged');
    const history = (await app.call('documents.get', { id: rows[0]!.id })).history.map(({ what }) => what);
    expect(history).toContain('document.restored');
    await archive.close();
  });

  it('judges no document when the whole folder is gone', async () => {
    const { app } = await stored(5);
    const blobs = createBlobStore(path.join(root(), 'elsewhere'), app.context.keys, app.context.ports);
    const archive = createArchive(app.context, { blobs, restorers: [], refetch: () => expect.unreachable() });
    archive.verification.begin();
    await until(() => !archive.verification.state().running);
    expect(archive.status().verification).toMatchObject({ problem: 'archive.unreadable', finishedAt: null, damaged: [] });
    expect((await rowsOf(app)).map(({ archive: state }) => state)).toEqual(Array(5).fill('stored'));
    await archive.close();
  });

  it('goes on where it was after a close, and begins anew after a cancel', async () => {
    const { app } = await stored(100);
    await app.call('archive.verify', {});
    await until(async () => (await app.call('archive.status', {})).verification.done >= 32);
    await app.close();
    const second = await scene.open({}, { resume: true });
    expect((await second.call('archive.status', {})).verification.done).toBeGreaterThanOrEqual(32);
    await until(async () => (await second.call('archive.status', {})).verification.finishedAt !== null);
    await second.call('archive.verify', {});
    const cancelled = await second.call('archive.cancelVerify', {});
    expect(cancelled.verification.running).toBe(false);
    const { finishedAt } = cancelled.verification;
    expect((await verified(second)).finishedAt! > finishedAt!).toBe(true);
  });
});

describe('the daily part', () => {
  const pace = paceOn('2026-11-23' as never);

  it('is an even share, and all that waits too long', () => {
    const at = (ages: readonly number[]) => (instant: number) => ages.filter((age) => 1000 * DAY - age * DAY < instant).length;
    const share = (ages: readonly number[]) => dailyShare(pace, 1000 * DAY, ages.length, at(ages));
    expect(share(Array(1400).fill(20))).toBe(100);
    expect(share(Array(1400).fill(5))).toBe(0);
    expect(share([...Array(1000).fill(5), ...Array(400).fill(31)])).toBe(400);
    expect(share([])).toBe(0);
  });

  it('with the program open on half of the days, everything is read within a month', () => {
    let last = Array.from({ length: 500 }, () => 0);
    for (let day = 1; day <= 120; day++) {
      if (day % 2 === 0) {
        const now = day * DAY;
        const limit = dailyShare(pace, now, last.length, (instant) => last.filter((at) => at < instant).length);
        last = last.sort((a, b) => a - b).map((at, index) => (index < limit ? now : at));
      }
      expect(day * DAY - Math.min(...last)).toBeLessThanOrEqual(30 * DAY);
    }
  });

  it('is read once a day', async () => {
    const { app, rows } = await stored(30);
    let offset = 0;
    const context = {
      ...app.context,
      now: () => app.context.now() + offset,
      today: () => `2026-12-${String(1 + offset / DAY).padStart(2, '0')}` as never,
    };
    const blobs = createBlobStore(root(), app.context.keys, app.context.ports);
    const archive = createArchive(context, { blobs, restorers: [], refetch: () => {} });
    const read = () => archive.verification.state().done;
    await archive.verification.share();
    expect(read()).toBe(0);
    offset = 15 * DAY;
    await archive.verification.share();
    expect(read()).toBe(Math.ceil(rows.length / pace.spreadDays));
    await flip(app, [rows[0]!.id]);
    for (let day = 16; day < 30; day++) {
      offset = day * DAY;
      await archive.verification.share();
      await archive.verification.share();
    }
    expect(archive.status().verification.damaged).toMatchObject([{ documentId: rows[0]!.id, restored: false }]);
    await archive.close();
  });
});
