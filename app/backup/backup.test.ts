import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder, rowsOf } from '#app/archive/faults/testing.ts';
import { command, openCopy } from '#app/platform/db/index.ts';
import { roomAt } from '#app/platform/node/room.ts';
import { newRecoveryCode } from '#app/recovery/index.ts';
import { type BackupScene, createBackupScene, random } from './testing.ts';

let scene: BackupScene;
beforeAll(async () => {
  scene = await createBackupScene();
});
afterAll(() => scene.end());

const DAY = 86_400_000;
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? String(error),
  );
const root = (): string => path.join(scene.folder, readdirSync(scene.folder)[0]!);
const objects = (): string[] => filesUnder(path.join(root(), 'objects'));
const at = (days: number) => {
  const { context } = scene.app;
  const now = (): number => context.now() + days * DAY;
  return scene.backup({ ...context, now, today: () => new Date(now()).toISOString().slice(0, 10) as never });
};
const digestOf = async (profileDir: string): Promise<string> => {
  const copy = openCopy({ path: path.join(profileDir, 'guichet.db'), key: scene.app.context.keys.database });
  const digest = await copy.digest(async () => {});
  copy.close();
  return digest;
};

describe('a backup', () => {
  it('says the same as the database it was taken from, row by row', async () => {
    await scene.backup().perform('backup');
    const { manifest } = await scene.restore('dump');
    const { context } = scene.app;
    context.db.copyTo(path.join(scene.elsewhere, 'now.db'));
    const copy = openCopy({ path: path.join(scene.elsewhere, 'now.db'), key: context.keys.database });
    const restored = openCopy({ path: path.join(scene.elsewhere, 'dump', 'guichet.db'), key: context.keys.database });
    // What the backup itself noted since is all that differs.
    const differing = /^(audit.*|setting|lease|sqlite_.*)$/;
    const tables = copy.all({ name: 't', sql: "SELECT name FROM sqlite_master WHERE type = 'table'" }) as { name: string }[];
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables.filter((table) => !differing.test(table.name))) {
      const sql = `SELECT * FROM "${name}"`;
      expect(restored.all({ name, sql }), name).toEqual(copy.all({ name, sql }));
    }
    expect(manifest.documents).toBe(7);
    copy.close();
    restored.close();
  });

  it('brings the profile to another machine with the code alone: the same dump, the same documents', async () => {
    const { manifest, skipped } = await scene.restore('one');
    expect(skipped).toEqual([]);
    const there = path.join(scene.elsewhere, 'one');
    expect(await digestOf(there)).toBe(manifest.digest);
    const before = await rowsOf(scene.app);
    const other = await scene.stage.open({ profileDir: there });
    expect(await rowsOf(other)).toEqual(before);
    expect(before.map(({ archive }) => archive)).toEqual(Array(7).fill('stored'));
    for (const { id } of before) {
      const [ours, theirs] = await Promise.all([scene.app, other].map((app) => app.call('documents.content', { id })));
      expect(Buffer.compare(ours!.bytes, theirs!.bytes)).toBe(0);
    }
    await other.close();
    expect(readdirSync(scene.elsewhere).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('shows nothing of the profile to who has no key', () => {
    const plain = ['SQLite format 3', 'Paiement', scene.app.context.id().slice(0, 8)];
    for (const file of filesUnder(root())) {
      const bytes = readFileSync(file);
      for (const word of plain) expect(bytes.includes(word)).toBe(false);
    }
  });

  it('copies only what is new the next time', async () => {
    const before = objects().length;
    await at(1).perform('backup');
    const [newest, older] = (await scene.app.call('backup.status', {})).generations;
    const database = (await scene.restore('again')).manifest.database.size;
    expect(newest!.added).toBe(database);
    expect(older!.added).toBeGreaterThan(newest!.added);
    expect(objects().length - before).toBe(Math.ceil(database / (4 * 1024 * 1024)));
  });

  it('is proven by a trial, which says when and what it opened', async () => {
    await at(1).perform('verify');
    const status = await scene.app.call('backup.status', {});
    expect(status).toMatchObject({ problem: null, contents: 7, hasCode: true, enabled: true, work: { kind: 'none' } });
    expect(Date.parse(status.verifiedAt!)).toBeGreaterThan(Date.parse(status.madeAt!) - DAY);
    const kinds = (await scene.app.call('activity.list', { limit: 20 })).rows.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['backup.made', 'backup.verified', 'backup.folder']));
    expect(existsSync(path.join(scene.stage.profileDir, 'backup-work'))).toBe(false);
  });

  it('gives a damaged document back to the archive', async () => {
    const [first] = await rowsOf(scene.app);
    const { sha256 } = await scene.app.call('documents.get', { id: first!.id });
    expect(await scene.backup().restorer.restore('0'.repeat(64))).toBeNull();
    const bytes = await scene.backup().restorer.restore(sha256!);
    expect(Buffer.compare(bytes!, (await scene.app.call('documents.content', { id: first!.id })).bytes)).toBe(0);
  });
});

describe('a restore', () => {
  it('sends nothing that was waiting when the backup was made: it may have been sent since', async () => {
    const { app } = scene;
    const { clientId } = (await rowsOf(app))[0]!;
    const open = await app.call('vat.open', { clientId: clientId!, periodKey: '2026-09' });
    app.context.db.write((tx) =>
      tx.run(command<{ id: string }>('test.queue', "UPDATE vat_return SET state = 'queued', queued_at = 1 WHERE id = @id"), {
        id: open.id,
      }),
    );
    await at(1).perform('backup');
    await scene.restore('queued');
    const profileDir = path.join(scene.elsewhere, 'queued');
    const other = await scene.stage.open({ profileDir, resume: true });
    expect((await other.call('vat.get', { id: open.id })).state).toBe('approved');
    const [told] = (await other.call('activity.list', { limit: 50 })).rows.filter(({ kind }) => kind === 'backup.restored');
    expect(told!.params).toEqual({ returns: 1 });
    expect(existsSync(path.join(profileDir, 'restored.json'))).toBe(false);
    await other.close();
    app.context.db.write((tx) =>
      tx.run(command<{ id: string }>('test.draft', "UPDATE vat_return SET state = 'draft' WHERE id = @id"), { id: open.id }),
    );
  });

  it('tells a wrong code from a mistyped one, and no more', async () => {
    expect(await codeOf(scene.restore('wrong', { code: newRecoveryCode(random) }))).toBe('recovery.refused');
    expect(await codeOf(scene.restore('wrong', { code: scene.code.slice(1) }))).toBe('recovery.mistyped');
    expect(existsSync(path.join(scene.elsewhere, 'wrong'))).toBe(false);
  });

  it('never writes where something is, and finds backups only where some are', async () => {
    expect(await codeOf(scene.restore('one'))).toBe('backup.profileExists');
    expect(await codeOf(scene.restore('..', { profileDir: scene.stage.profileDir }))).toBe('backup.profileExists');
    mkdirSync(path.join(scene.elsewhere, 'empty'));
    expect(await codeOf(scene.restore('nothing', { from: path.join(scene.elsewhere, 'empty') }))).toBe('backup.notOne');
    expect(await codeOf(scene.restore('nothing', { from: path.join(scene.elsewhere, 'not there') }))).toBe('backup.notOne');
    expect(await codeOf(scene.restore('nothing', { generation: 'nope' }))).toBe('backup.none');
    expect(await codeOf(scene.restore('empty'))).toBe('none');
  });

  it('begins nothing where there is not room enough, where that can be told', async () => {
    const withRoom = (bytes: number | null) => codeOf(scene.restore(`room ${bytes}`, { room: async () => bytes }));
    expect(await withRoom(64 * 1024 * 1024)).toBe('restore.diskFull');
    expect(await withRoom(null)).toBe('none');
    expect(await withRoom(80 * 1024 * 1024)).toBe('none');
    expect(await roomAt(scene.elsewhere)).toBeGreaterThan(0);
    expect(await roomAt(path.join(scene.elsewhere, 'not there'))).toBeNull();
  });

  it('is refused where it belongs to another environment or a later version', async () => {
    expect(await codeOf(scene.restore('world', { environment: 'production' }))).toBe('restore.environment');
    expect(await codeOf(scene.restore('world', { environment: 'sandbox' }))).toBe('none');
    const { db } = scene.app.context;
    db.write((tx) => tx.run(command('test.later', "INSERT INTO migration (name, at) VALUES ('tomorrow-001', 1)")));
    await at(1).perform('backup');
    db.write((tx) => tx.run(command('test.now', "DELETE FROM migration WHERE name = 'tomorrow-001'")));
    expect(await codeOf(scene.restore('later'))).toBe('db.newer');
    expect(existsSync(path.join(scene.elsewhere, 'later'))).toBe(false);
  });

  it('passes a half manifest over, names it, and says so when there is no other', async () => {
    const folder = path.join(root(), 'manifests');
    const names = readdirSync(folder).sort().reverse();
    const kept = names.map((name) => readFileSync(path.join(folder, name)));
    truncateSync(path.join(folder, names[0]!), 500);
    expect((await scene.restore('older')).skipped).toEqual([names[0]!.replace('.guichet', '')]);
    for (const name of names) truncateSync(path.join(folder, name), 500);
    expect(await codeOf(scene.restore('half'))).toBe('backup.half');
    expect(await codeOf(at(1).perform('verify'))).toBe('backup.half');
    for (const [index, name] of names.entries()) writeFileSync(path.join(folder, name), kept[index]!);
  });

  it('restores nothing when a piece is missing or changed; the trial finds it and the next backup mends it', async () => {
    const biggest = objects().find((file) => readFileSync(file).subarray(0, 4).toString() === 'GCHB')!;
    const bytes = readFileSync(biggest);
    rmSync(biggest);
    expect(await codeOf(scene.restore('missing'))).toBe('backup.incomplete');
    expect(await codeOf(at(1).perform('verify'))).toBe('backup.pieceMissing');
    writeFileSync(biggest, Buffer.from(bytes).fill(0, 100, 200));
    expect(await codeOf(scene.restore('changed'))).toBe('backup.pieceDamaged');
    expect(readdirSync(scene.elsewhere).filter((name) => /missing|changed|restoring/.test(name))).toEqual([]);
    expect(await codeOf(at(1).perform('verify'))).toBe('backup.pieceDamaged');
    expect(await scene.app.call('backup.status', {})).toMatchObject({ problem: 'backup.pieceDamaged', stale: true });
    await at(2).perform('backup');
    await at(2).perform('verify');
    expect(await scene.app.call('backup.status', {})).toMatchObject({ problem: null, stale: false });
    expect(readFileSync(biggest)).toEqual(bytes);
    rmSync(`${biggest}.damaged`);
  });
});

describe('the folder', () => {
  it('must be one, and not in the profile', async () => {
    const set = (folder: string) => codeOf(scene.app.call('backup.setFolder', { path: folder }));
    expect(await set(path.join(scene.stage.profileDir, 'x'))).toBe('backup.insideProfile');
    expect(await set(path.join(scene.elsewhere, 'not there'))).toBe('backup.folder');
    expect(await set('relative')).toBe('backup.folder');
  });

  it('keeps what is not ours, and generations by the rule; pieces nobody needs go', async () => {
    const foreign = [path.join(root(), 'notes.txt'), path.join(root(), 'objects', 'ab.txt'), path.join(root(), 'manifests', 'readme')];
    for (const file of foreign) writeFileSync(file, 'of somebody else');
    for (const day of [3, 4, 5, 6, 7, 8, 9, 10, 11]) await at(day).perform('backup');
    const { generations } = await scene.app.call('backup.status', {});
    expect(generations.filter(({ kept }) => kept === 'day')).toHaveLength(7);
    expect(generations.length).toBeLessThan(12);
    expect(readdirSync(path.join(root(), 'manifests')).filter((name) => name.endsWith('.guichet'))).toHaveLength(generations.length);
    expect(readdirSync(path.join(root(), 'leftovers'))).toEqual([]);
    for (const file of foreign) expect(readFileSync(file, 'utf8')).toBe('of somebody else');
    // Each backup has one piece of the database of its own; the archive's are shared.
    const archive = 2;
    expect(objects().filter((file) => /[0-9a-f]{64}$/.test(file)).length).toBeLessThanOrEqual(generations.length + archive + 2);
    for (const { id } of [generations[0]!, generations.at(-1)!])
      expect(await codeOf(scene.restore(`g ${id}`, { generation: id }))).toBe('none');
  });

  it('that is away, or another with its name, is said to be unreachable', async () => {
    const mark = path.join(root(), 'guichet-backup.json');
    const was = readFileSync(mark);
    rmSync(mark);
    expect(await codeOf(at(12).perform('backup'))).toBe('backup.unreachable');
    writeFileSync(mark, JSON.stringify({ format: 1, profile: 'another' }));
    expect(await codeOf(at(12).perform('backup'))).toBe('backup.unreachable');
    writeFileSync(mark, was);
  });
});
