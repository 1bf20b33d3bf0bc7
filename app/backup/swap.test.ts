import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cutPower, LOSSES, type Unsafe, watchedFiles } from '#app/archive/faults/test-power-cut.ts';
import { filesUnder } from '#app/archive/faults/testing.ts';
import type { Clock, Files } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { finishSwap, swapIn, sweepIncoming } from './swap.ts';
import { withSwapLock } from './swap-lock.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const temporary = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet swap é '));
  folders.push(folder);
  return folder;
};

const INCOMING = 'restoring-00c0ffee';
const day = localDate('2026-11-23');
const clock: Clock = { now: () => Date.now(), elapsed: () => 1_000_000 };
/** What the running process and the installation keep. */
const KEPT = {
  'window/Local Storage/leveldb/LOG': 'chromium',
  'window.json': '{}',
  'open/1/letter.pdf': 'opened',
  'logs/guichet.log': 'a line',
  'simulator.json': 'state',
  'simulator-relay.db': 'relay',
  'vendor.json': 'signed',
  installation: 'number',
  'aside-2026-11-23/guichet.db': 'of an earlier one',
};
const OLD = {
  'guichet.db': 'old rows',
  'guichet.db.check': 'old check',
  'guichet.db-wal': 'old journal',
  'search.db': 'old words',
  'archive/segments/1.seg': 'old contents',
  'backups/guichet-before-1.db': 'older rows',
  'vault.json': 'old holder',
  'recovery.key': 'old code',
  'a name of tomorrow': 'old',
};
const FRESH = {
  'guichet.db': 'new rows',
  'archive/segments/1.seg': 'new contents',
  'archive/segments/2.seg': 'more',
  'profile.key': 'new holder',
  'recovery.key': 'new code',
  'restored.json': '{}',
};
type Tree = Readonly<Record<string, string>>;

function plant(folder: string, tree: Tree): void {
  for (const [name, text] of Object.entries(tree)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}
function profile(): string {
  const folder = temporary();
  plant(folder, { ...KEPT, ...OLD });
  plant(path.join(folder, INCOMING), FRESH);
  return folder;
}
const treeOf = (folder: string): Tree =>
  existsSync(folder)
    ? Object.fromEntries(
        filesUnder(folder).map((file) => [path.relative(folder, file).split(path.sep).join('/'), readFileSync(file, 'utf8')]),
      )
    : {};

/** One of the two has the place, wholly, and the other lies beside it, wholly. */
function expectOneOfBoth(profileDir: string): 'old' | 'new' {
  const all = treeOf(profileDir);
  const under = (start: string) =>
    Object.fromEntries(Object.entries(all).flatMap(([name, text]) => (name.startsWith(start) ? [[name.slice(start.length), text]] : [])));
  const here = Object.fromEntries(Object.entries(all).filter(([name]) => !/^(aside|restoring)-|^swap\.(json\.part|lock-\d+)$/.test(name)));
  const isNew = here['guichet.db'] === FRESH['guichet.db'];
  const expected: Tree = isNew ? FRESH : OLD;
  const { 'aside-2026-11-23/guichet.db': _, ...kept } = KEPT;
  expect(here).toEqual({ ...kept, ...expected });
  expect(under(isNew ? 'aside-2026-11-23-2/' : `${INCOMING}/`)).toEqual(isNew ? OLD : FRESH);
  expect(all['aside-2026-11-23/guichet.db']).toBe('of an earlier one');
  return isNew ? 'new' : 'old';
}
const finish = (profileDir: string) => finishSwap({ files: nodeFiles, profileDir, clock });
const swap = (files: Files, profileDir: string) =>
  withSwapLock({ files, profileDir, clock }, () => swapIn(files, profileDir, { incoming: INCOMING, day }));

/** The machine's files, whose operation number `at` fails, and by choice all that follow. */
function failing(at: number, forEver: boolean): { readonly files: Files; operations(): number } {
  let count = 0;
  const guarded =
    <A extends unknown[], T>(operation: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      const number = count++;
      if (number === at || (forEver && number > at)) throw Object.assign(new Error('refused'), { code: 'EIO' });
      return operation(...args);
    };
  const files: Files = {
    ...nodeFiles,
    makeDir: guarded(nodeFiles.makeDir),
    rename: guarded(nodeFiles.rename),
    remove: guarded(nodeFiles.remove),
    syncDir: guarded(nodeFiles.syncDir),
    list: guarded(nodeFiles.list),
    create: guarded(async (file, access) => {
      const writer = await nodeFiles.create(file, access);
      return { write: guarded(writer.write), sync: guarded(writer.sync), close: writer.close };
    }),
  };
  return { files, operations: () => count };
}

describe('a swap', () => {
  it('puts the new profile in and the old one aside, and leaves what the process and the installation keep', async () => {
    const profileDir = profile();
    const swapped = await swap(nodeFiles, profileDir);
    expect(swapped).toEqual({ place: 'new', aside: path.join(profileDir, 'aside-2026-11-23-2') });
    expect(expectOneOfBoth(profileDir)).toBe('new');
    expect(await finish(profileDir)).toBeNull();
    await sweepIncoming(nodeFiles, profileDir);
    expect(readdirSync(profileDir).filter((name) => /^(restoring|swap)/.test(name))).toEqual([]);
  });

  it('keeps what came under a name meanwhile', async () => {
    const profileDir = profile();
    await expect(swap(failing(22, true).files, profileDir)).rejects.toMatchObject({ code: 'restore.stuck' });
    rmSync(path.join(profileDir, 'swap.lock'));
    plant(profileDir, { 'guichet.db': 'of a stranger' });
    expect(await finish(profileDir)).toMatchObject({ place: 'new' });
    expect(treeOf(profileDir)['guichet.db']).toBe('new rows');
    expect(Object.entries(treeOf(profileDir)).filter(([, text]) => text === 'of a stranger' || text === 'old rows')).toHaveLength(2);
  });
});

describe('a power cut', () => {
  it('at any operation of a swap leaves one of the two whole once it is finished, and the other beside it', async () => {
    const profileDir = profile();
    const moments: { operation: string; copy: string; unsafe: Unsafe }[] = [];
    const moment = (operation: string): void => {
      const copy = temporary();
      cpSync(profileDir, copy, { recursive: true });
      moments.push({ operation, copy, unsafe: disk.unsafe() });
    };
    const disk = watchedFiles(moment);
    await swap(disk.files, profileDir);
    moment('end');
    expect(moments.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const loss of LOSSES)
      for (const { copy, unsafe } of moments) {
        const after = temporary();
        cpSync(copy, after, { recursive: true });
        cutPower(unsafe, loss, profileDir, after);
        rmSync(path.join(after, 'swap.lock'), { force: true });
        await finish(after);
        found.push(expectOneOfBoth(after));
        // It is over: nothing more is done.
        expect(await finish(after)).toBeNull();
      }
    expect(found.slice(0, moments.length).filter((place) => place === 'new').length).toBeGreaterThan(moments.length / 2);
    expect(new Set(found)).toEqual(new Set(['old', 'new']));
  });

  it('while it is being finished changes nothing of that', async () => {
    const begun = profile();
    await expect(swap(failing(26, true).files, begun)).rejects.toMatchObject({ code: 'restore.stuck' });
    for (let at = 0; ; at += 1) {
      const profileDir = temporary();
      cpSync(begun, profileDir, { recursive: true });
      rmSync(path.join(profileDir, 'swap.lock'), { force: true });
      const disk = failing(at, true);
      const outcome = await finishSwap({ files: disk.files, profileDir, clock }).catch(() => null);
      rmSync(path.join(profileDir, 'swap.lock'), { force: true });
      await finish(profileDir);
      expectOneOfBoth(profileDir);
      if (outcome && disk.operations() <= at) break;
    }
  });
});

describe('a disk that refuses', () => {
  it.each([false, true])('at any operation leaves one of the two whole (for ever: %s)', async (forEver) => {
    const seen = new Set<string>();
    for (let at = 0; ; at += 1) {
      const profileDir = profile();
      const disk = failing(at, forEver);
      const outcome = await swap(disk.files, profileDir).then(
        ({ place }) => place,
        (error: { code: string }) => error.code,
      );
      // Told that it went back, one may open the old profile at once.
      if (outcome === 'EIO' && !forEver) expect(expectOneOfBoth(profileDir)).toBe('old');
      rmSync(path.join(profileDir, 'swap.lock'), { force: true });
      await finish(profileDir);
      seen.add(`${outcome} ${expectOneOfBoth(profileDir)}`);
      if (disk.operations() <= at) break;
    }
    expect([...seen].sort()).toEqual(forEver ? ['EIO old', 'new new', 'restore.stuck new', 'restore.stuck old'] : ['EIO old', 'new new']);
  });
});

describe('the lock', () => {
  const lock = (profileDir: string): string => path.join(profileDir, 'swap.lock');
  const others = (alive: boolean) => ({ id: 7, alive: () => alive });

  it('keeps others out while it is held', async () => {
    const profileDir = profile();
    const options = { files: nodeFiles, profileDir, clock };
    await withSwapLock({ ...options, self: { id: 4242, alive: () => true } }, async () => {
      await expect(finishSwap({ ...options, self: others(true) })).rejects.toMatchObject({ code: 'restore.busy' });
      await expect(withSwapLock({ ...options, self: others(true) }, async () => 1)).rejects.toMatchObject({ code: 'restore.busy' });
    });
    expect(existsSync(lock(profileDir))).toBe(false);
  });

  it('counts for nothing when its process is gone or its number ours, when the machine started anew, and when nobody wrote into it', async () => {
    const profileDir = profile();
    const left = async (self: { id: number; alive(id: number): boolean }, at: Clock) => {
      expect(await finishSwap({ files: nodeFiles, profileDir, clock: at, self })).toBeNull();
      expect(existsSync(lock(profileDir))).toBe(false);
    };
    const started = clock.now() - 1_000_000;
    writeFileSync(lock(profileDir), `4242 ${started}`);
    await left(others(false), clock);
    writeFileSync(lock(profileDir), `7 ${started}`);
    await left(others(true), clock);
    writeFileSync(lock(profileDir), `4242 ${started}`);
    await left(others(true), { now: clock.now, elapsed: () => 5_000 });
    writeFileSync(lock(profileDir), '');
    await expect(finishSwap({ files: nodeFiles, profileDir, clock, self: others(true) })).rejects.toMatchObject({ code: 'restore.busy' });
    utimesSync(lock(profileDir), 1, 1);
    await left(others(true), clock);
  });
});

it('refuses a journal that it did not write, whatever it names', async () => {
  for (const text of ['', 'no JSON', '{}', '{"format":1,"step":"in","aside":"..","incoming":"a","old":[],"fresh":["../../x"]}']) {
    const profileDir = profile();
    writeFileSync(path.join(profileDir, 'swap.json'), text);
    await expect(finish(profileDir)).rejects.toMatchObject({ code: 'restore.stuck' });
    await sweepIncoming(nodeFiles, profileDir);
    rmSync(path.join(profileDir, 'swap.json'));
    expect(expectOneOfBoth(profileDir)).toBe('old');
  }
});
