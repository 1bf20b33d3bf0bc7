import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filesUnder, rowsOf } from '#app/archive/faults/testing.ts';
import { type BackupScene, createBackupScene, keepInFile, random } from '#app/backup/testing.ts';
import type { App } from '#app/core/app.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { newRecoveryCode } from '#app/recovery/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createRestorer, type RestorerOptions } from './restorer.ts';
import { putTogetherIn } from './thread.ts';

const clock = { now: () => Date.parse('2026-11-23T10:00:00Z'), elapsed: () => 1_000_000 };
let scene: BackupScene;
let app: App | null;
let calls: string[];
const settle: (() => Promise<void>)[] = [];

beforeAll(async () => {
  scene = await createBackupScene(2);
  await scene.backup().perform('backup');
});
afterAll(() => scene.end());
beforeEach(async () => {
  app ??= scene.app;
  calls = [];
});
afterEach(async () => {
  for (const each of settle.splice(0)) await each();
});

const inProfile = (): string[] => readdirSync(scene.stage.profileDir);
const leftovers = (): string[] => inProfile().filter((name) => /^(restoring|swap)/.test(name));
/** Where a restorer of the main process stands: over a core that it can close and open. */
function restorerOf(options: Partial<RestorerOptions> = {}) {
  const restorer = createRestorer({
    profileDir: scene.stage.profileDir,
    ...{ environment: 'sandbox', nativeBinding: undefined, files: nodeFiles, random, clock },
    putTogether: putTogetherIn(new URL('./restore-worker.ts', import.meta.url)),
    chooseFolder: async () => scene.folder,
    passphraseNeeded: async () => false,
    holdKey: (folder, key) => keepInFile(folder, key),
    filings: async () => app && (await app.call('updates.standing', {})).filings,
    closeCore: async () => {
      calls.push('close');
      await app?.close();
      app = null;
    },
    openCore: async (key) => {
      calls.push(key ? 'open new' : 'open old');
      app = await scene.stage.open({ resume: true });
    },
    alone: (work) => work(),
    ...options,
  });
  settle.push(restorer.settled);
  return {
    status: async () => restorer.handlers['restore.status']({}),
    choose: async () => restorer.handlers['restore.choose']({}),
    run: async (code = scene.code, more: { generation?: string; passphrase?: string } = {}) =>
      restorer.handlers['restore.run']({ code, ...more }),
    settled: restorer.settled,
  };
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? String(error),
  );
/** Runs to the end. @returns the code of what stopped it */
async function problemOf(restorer: ReturnType<typeof restorerOf>, code = scene.code): Promise<string | null> {
  await restorer.choose();
  expect((await restorer.run(code)).state).toBe('running');
  await restorer.settled();
  const { state, problem } = await restorer.status();
  expect(state).toBe(problem ? 'idle' : 'done');
  return problem?.code ?? null;
}

describe('the folder', () => {
  it('tells what lies there without the key', async () => {
    const restorer = restorerOf();
    expect(await restorer.status()).toMatchObject({ folder: null, generations: [], state: 'idle' });
    const made = (await scene.app.call('backup.status', {})).generations;
    const { folder, generations } = await restorer.choose();
    expect(folder).toBe(scene.folder);
    expect(generations).toEqual(made.map(({ id, at }) => ({ id, at: at.replace(/\.\d+Z$/, '.000Z') })));
  });

  it('is refused when it holds no backup or several profiles’; the one chosen before stays', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'guichet several é '));
    let chosen: string | null = scene.folder;
    const restorer = restorerOf({ chooseFolder: async () => chosen });
    await restorer.choose();
    chosen = empty;
    expect(await codeOf(restorer.choose())).toBe('backup.notOne');
    for (const name of ['guichet-one', 'guichet-two']) {
      mkdirSync(path.join(empty, name));
      writeFileSync(path.join(empty, name, 'guichet-backup.json'), '{}');
    }
    expect(await codeOf(restorer.choose())).toBe('backup.several');
    chosen = path.join(empty, 'guichet-one');
    expect(await codeOf(restorer.choose())).toBe('backup.none');
    chosen = null;
    expect((await restorer.choose()).folder).toBe(scene.folder);
    rmSync(empty, { recursive: true });
  });
});

describe('what cannot be restored', () => {
  const untouched = (): void => {
    expect(calls).toEqual([]);
    expect(leftovers()).toEqual([]);
    expect(inProfile().filter((name) => name.startsWith('aside'))).toEqual([]);
  };

  it('is said at once where it is known at once', async () => {
    const nowhere = restorerOf();
    expect(await codeOf(nowhere.run())).toBe('backup.notOne');
    const restorer = restorerOf({ passphraseNeeded: async () => true });
    await restorer.choose();
    expect(await codeOf(restorer.run(scene.code.slice(1)))).toBe('recovery.mistyped');
    expect(await codeOf(restorer.run())).toBe('vault.passphraseNeeded');
    const filing = restorerOf({ filings: async () => 2 });
    await filing.choose();
    expect(await codeOf(filing.run())).toBe('restore.filing');
    expect((await filing.status()).state).toBe('idle');
    untouched();
  });

  it('leaves the profile open and as it is: a wrong code, another environment, a key that nothing holds', async () => {
    expect(await problemOf(restorerOf(), newRecoveryCode(random))).toBe('recovery.refused');
    expect(await problemOf(restorerOf({ environment: 'acceptance' }))).toBe('restore.environment');
    const unheld = async (): Promise<never> => Promise.reject(new GuichetError('vault.noKeychain'));
    expect(await problemOf(restorerOf({ holdKey: unheld }))).toBe('vault.noKeychain');
    const full = async (): Promise<never> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect(await problemOf(restorerOf({ putTogether: full }))).toBe('restore.diskFull');
    untouched();
    expect(await rowsOf(app!)).toHaveLength(3);
  });

  it('leaves the profile open and as it is: a damaged, a missing, a half piece of the backup', async () => {
    const [piece] = filesUnder(scene.folder).filter((file) => /[0-9a-f]{64}$/.test(file));
    const bytes = readFileSync(piece!);
    writeFileSync(piece!, Buffer.from(bytes).fill(0, 100, 200));
    expect(await problemOf(restorerOf())).toBe('backup.pieceDamaged');
    rmSync(piece!);
    expect(await problemOf(restorerOf())).toBe('backup.incomplete');
    writeFileSync(piece!, bytes);
    const [manifest] = filesUnder(scene.folder).filter((file) => file.endsWith('.guichet'));
    const whole = readFileSync(manifest!);
    truncateSync(manifest!, 300);
    expect(await problemOf(restorerOf())).toBe('backup.half');
    writeFileSync(manifest!, whole);
    untouched();
  });

  it('does not begin to change places while a return is on its way, nor while another program has the profile open', async () => {
    let asked = 0;
    expect(await problemOf(restorerOf({ filings: async () => (asked++ === 0 ? 0 : 1) }))).toBe('restore.filing');
    expect(calls).toEqual([]);
    const other = await scene.stage.open();
    expect(await problemOf(restorerOf())).toBe('restore.inUse');
    expect(calls).toEqual(['close', 'open old']);
    await other.close();
    expect(await rowsOf(app!)).toHaveLength(3);
    expect(leftovers()).toEqual([]);
  });

  it('goes back when a name cannot be given, and opens the profile that was here', async () => {
    const rename = async (from: string, to: string): Promise<void> => {
      if (from.endsWith('guichet.db') && from.includes('restoring-')) throw Object.assign(new Error('held'), { code: 'EPERM' });
      renameSync(from, to);
    };
    expect(await problemOf(restorerOf({ files: { ...nodeFiles, rename } }))).toBe('restore.denied');
    expect(calls).toEqual(['close', 'open old']);
    expect(await rowsOf(app!)).toHaveLength(3);
    expect(leftovers()).toEqual([]);
  });

  it('opens nothing when neither of the two could be brought into place', async () => {
    let stuck = true;
    const rename = async (from: string, to: string): Promise<void> => {
      if (stuck && from.endsWith('guichet.db')) throw Object.assign(new Error('held'), { code: 'EBUSY' });
      if (stuck && from.endsWith('recovery.key') && from.includes('aside-')) throw Object.assign(new Error('held'), { code: 'EBUSY' });
      renameSync(from, to);
    };
    // The names go in the order of the folder's listing, hence the older ones are held back at the very last.
    const files = { ...nodeFiles, rename, list: async (folder: string) => [...(await nodeFiles.list(folder))].sort().reverse() };
    expect(await problemOf(restorerOf({ files }))).toBe('restore.stuck');
    expect(calls).toEqual(['close']);
    expect(leftovers()).not.toEqual([]);
    expect(await codeOf(scene.stage.open())).toBe('restore.stuck');
    stuck = false;
    const { finishSwap } = await import('#app/backup/swap.ts');
    expect(await finishSwap({ files: nodeFiles, profileDir: scene.stage.profileDir, clock })).toMatchObject({ place: 'old' });
    app = await scene.stage.open();
    expect(await rowsOf(app)).toHaveLength(3);
  });
});

describe('a restore', () => {
  it('takes the place of the profile, which lies aside, and says so in its trail', async () => {
    const { profileDir } = scene.stage;
    const kindsOf = async (opened: App) => (await opened.call('activity.list', { limit: 50 })).rows.map(({ kind }) => kind);
    expect(await kindsOf(app!)).toContain('backup.made');
    writeFileSync(path.join(profileDir, 'window.json'), '{}');
    const seen: number[] = [];
    const putTogether = putTogetherIn(new URL('./restore-worker.ts', import.meta.url));
    const restorer = restorerOf({
      putTogether: (job, ears) =>
        putTogether(job, {
          ...ears,
          progress: (...far) => {
            ears.progress(...far);
            void restorer.status().then(({ done }) => seen.push(done));
          },
        }),
    });
    await restorer.choose();
    const [newest] = (await restorer.status()).generations;
    const first = await restorer.run(scene.code.toLowerCase(), { generation: newest!.id });
    expect(await restorer.run('nothing')).toEqual(first);
    expect(await restorer.choose()).toEqual(first);
    await restorer.settled();
    const { state, problem, aside, done, total } = await restorer.status();
    expect({ state, problem, aside }).toEqual({ state: 'done', problem: null, aside: path.join(profileDir, 'aside-2026-11-23') });
    expect(total).toBeGreaterThan(1_300_000);
    expect(done).toBe(total);
    expect(new Set(seen).size).toBeGreaterThan(1);
    expect(calls).toEqual(['close', 'open new']);

    // What was noted after the backup is in the one, that it was restored in the other.
    const kinds = await kindsOf(app!);
    expect(kinds).toContain('backup.restored');
    expect(kinds).not.toContain('backup.made');
    const before = await scene.stage.open({ profileDir: aside! });
    expect(await kindsOf(before)).toContain('backup.made');
    expect(await rowsOf(before)).toHaveLength(3);
    await before.close();
    expect(await rowsOf(app!)).toHaveLength(3);
    for (const { id } of await rowsOf(app!)) expect((await app!.call('documents.content', { id })).bytes.byteLength).toBeGreaterThan(0);
    expect(readdirSync(aside!)).toEqual(expect.arrayContaining(['archive', 'guichet.db', 'profile.key', 'recovery.key', 'search.db']));
    expect(existsSync(path.join(profileDir, 'window.json'))).toBe(true);
    expect(leftovers()).toEqual([]);
  });

  it('again sets the one before it aside beside the first', async () => {
    const restorer = restorerOf();
    expect(await problemOf(restorer)).toBeNull();
    expect((await restorer.status()).aside).toMatch(/aside-2026-11-23-2$/);
  });

  it('of no backup in particular passes a newer one over that is not whole, and tells which', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'guichet half é '));
    cpSync(scene.folder, copy, { recursive: true });
    const restorer = restorerOf({ chooseFolder: async () => copy });
    const [newest] = (await restorer.choose()).generations;
    const [manifests] = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((name) => path.basename(name) === 'manifests');
    const [sound] = readdirSync(path.join(copy, manifests!));
    const later = '2099-12-31T23-59-59Z-00000000';
    writeFileSync(path.join(copy, manifests!, `${later}.guichet`), readFileSync(path.join(copy, manifests!, sound!)).subarray(0, 500));
    expect(await problemOf(restorer)).toBeNull();
    const { skipped, generations } = await restorer.status();
    expect({ skipped, first: generations[0]!.id, second: generations[1]!.id }).toEqual({
      skipped: [later],
      first: later,
      second: newest!.id,
    });
    // Asked for by its name, it is that one or none.
    await restorer.run(scene.code, { generation: later });
    await restorer.settled();
    expect(await restorer.status()).toMatchObject({ state: 'idle', problem: { code: 'backup.half' }, skipped: [] });
    rmSync(copy, { recursive: true });
  });

  it('needs no core: a profile that does not open is replaced too', async () => {
    await app!.close();
    app = null;
    truncateSync(path.join(scene.stage.profileDir, 'guichet.db'), 4096);
    writeFileSync(path.join(scene.stage.profileDir, 'guichet.db-shm'), 'left by a fall');
    expect(await problemOf(restorerOf())).toBeNull();
    expect(await rowsOf(app!)).toHaveLength(3);
  });
});
