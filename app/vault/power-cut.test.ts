import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cutPower, LOSSES, type Loss, type Unsafe, watchedFiles } from '#app/archive/faults/test-power-cut.ts';
import type { Files } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import type { ProfileVault } from './index.ts';
import { codeOf, createVaultScene, fakeKeychain, hex, PASSPHRASE, random, type VaultScene } from './testing.ts';

// What guessing costs is not met here, and each of some hundred cuts would cost it.
vi.mock('node:crypto', async (load) => {
  const real = await load<typeof import('node:crypto')>();
  const scrypt = (secret: Uint8Array, salt: Uint8Array, length: number, options: object, done: never): void =>
    real.scrypt(secret, salt, length, { ...options, N: 16 }, done);
  return { ...real, scrypt };
});

const OTHER = 'quite another sentence';
const keychain = fakeKeychain();
const KEY = random.bytes(32);

let scene: VaultScene;
const copies: string[] = [];
beforeEach(() => {
  scene = createVaultScene();
  mkdirSync(scene.profileDir);
});
afterEach(() => {
  scene.end();
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const copyOf = (folder: string): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'guichet cut '));
  copies.push(copy);
  cpSync(folder, copy, { recursive: true });
  return copy;
};

interface Moment {
  readonly operation: string;
  readonly folder: string;
  readonly unsafe: Unsafe;
}

/** The profile before each operation of the work, and after the last. */
async function momentsOf(work: (files: Files) => Promise<unknown>): Promise<Moment[]> {
  const moments: Moment[] = [];
  const note = (operation: string): void => {
    moments.push({ operation, folder: copyOf(scene.profileDir), unsafe: disk.unsafe() });
  };
  const disk = watchedFiles(note);
  const files: Files = {
    ...disk.files,
    place: async (from, to) => {
      if (existsSync(to)) throw Object.assign(new Error('there'), { code: 'EEXIST' });
      await disk.files.rename(from, to);
    },
    erase: async (file, at, length) => {
      note('erase');
      await nodeFiles.erase(file, at, Math.floor(length / 2));
      note('half erased');
      await nodeFiles.erase(file, at, length);
    },
  };
  await work(files);
  note('end');
  return moments;
}

/** What the profile gives on this machine to a person who knows both passphrases. */
async function keyIn(vault: ProfileVault): Promise<string> {
  try {
    return hex(await vault.open());
  } catch (error) {
    const code = await codeOf(Promise.reject(error));
    if (code !== 'vault.sealed') return code;
    for (const passphrase of [PASSPHRASE, OTHER]) {
      const key = await vault.unlock(passphrase).catch(() => null);
      if (key) return hex(key);
    }
    return code;
  }
}

const afterCut = ({ folder, unsafe }: Moment, loss: Loss): string => {
  const copy = copyOf(folder);
  cutPower(unsafe, loss, scene.profileDir, copy);
  return copy;
};

/** Each holder and what takes its place. `required: false`: of the sandbox. */
const MOVES = [
  ['from the file into the keychain', { plain: true, before: null, to: { keychain: true } }],
  ['from the file behind a passphrase', { plain: true, before: null, to: { keychain: false, passphrase: PASSPHRASE } }],
  ['from the keychain behind a passphrase', { plain: false, before: { keychain: true }, to: { keychain: false, passphrase: PASSPHRASE } }],
  [
    'from one passphrase to another, with the keychain beside it',
    { plain: false, before: { keychain: false, passphrase: OTHER }, to: { keychain: true, passphrase: PASSPHRASE } },
  ],
  [
    'from a passphrase into the keychain',
    { plain: false, before: { keychain: false, passphrase: OTHER }, to: { keychain: true, passphrase: null } },
  ],
  ['from the keychain back into the file', { plain: false, before: { keychain: true }, to: { keychain: false }, required: false }],
] as const;

async function movedThrough(move: (typeof MOVES)[number][1], ill: (files: Files) => Files = (files) => files): Promise<Moment[]> {
  const required = !('required' in move);
  if (move.plain) writeFileSync(scene.at('profile.key'), hex(KEY));
  if (move.before) await scene.vault({ keychain }).hold(KEY, move.before);
  writeFileSync(scene.at('guichet.db.check'), '');
  return momentsOf((files) => scene.vault({ keychain, required, files: ill(files) }).hold(KEY, move.to));
}

describe('a power cut at every step', () => {
  it.each([...MOVES])('of a move %s leaves the key to be had', async (_, move) => {
    const moments = await movedThrough(move);
    const operations = moments.map(({ operation }) => operation);
    for (const needed of ['create', 'write', 'sync', 'rename', 'syncDir', 'end']) expect(operations).toContain(needed);
    expect(operations.includes('half erased')).toBe(move.plain);
    for (const moment of moments) {
      for (const loss of LOSSES) {
        const profileDir = afterCut(moment, loss);
        const vault = scene.vault({ keychain, required: !('required' in move), profileDir });
        expect([moment.operation, loss, await keyIn(vault)]).toEqual([moment.operation, loss, hex(KEY)]);
      }
    }
  });

  it('of a move out of the file leaves no key in it once the profile was opened again', async () => {
    // Of a start that was stopped between the file's two names.
    writeFileSync(scene.at('profile.key.0a1b2c3d.new'), hex(KEY));
    for (const moment of await movedThrough(MOVES[0][1])) {
      const profileDir = afterCut(moment, 'torn');
      await scene.vault({ keychain, profileDir }).open();
      expect(existsSync(path.join(profileDir, 'profile.key'))).toBe(false);
      for (const name of readdirSync(profileDir)) expect(readFileSync(path.join(profileDir, name), 'latin1')).not.toContain(hex(KEY));
    }
  });

  it.each([
    ['in the keychain', { keychain }],
    ['in the file', { required: false }],
  ])('of a first start leaves a key %s, or a profile that is still new', async (_, options) => {
    for (const moment of await momentsOf((files) => scene.vault({ ...options, files }).open())) {
      for (const loss of LOSSES) {
        const vault = scene.vault({ ...options, profileDir: afterCut(moment, loss) });
        const key = await vault.open();
        expect(key).toHaveLength(32);
        expect(await vault.open()).toEqual(key);
      }
    }
  });

  it('is noticed by these tests: slots that are not flushed before the file goes would take the key with them', async () => {
    const careless = (files: Files): Files => ({
      ...files,
      create: async (file, access) => ({ ...(await files.create(file, access)), sync: async () => {} }),
    });
    const end = (await movedThrough(MOVES[0][1], careless)).at(-1)!;
    expect(await keyIn(scene.vault({ keychain, profileDir: afterCut(end, 'zeros') }))).toBe('vault.damaged');
  });
});

describe('a disk that refuses', () => {
  it('leaves what held the key, whatever it refuses', async () => {
    writeFileSync(scene.at('profile.key'), hex(KEY));
    const refuse = (): Promise<never> => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    for (const operation of ['create', 'rename', 'syncDir'] as const) {
      const vault = scene.vault({ keychain, files: { ...nodeFiles, [operation]: refuse } });
      expect(await codeOf(vault.open())).toBe('vault.notWritten');
      expect(readFileSync(scene.at('profile.key'), 'utf8')).toBe(hex(KEY));
      expect(await keyIn(scene.vault({ keychain, profileDir: copyOf(scene.profileDir) }))).toBe(hex(KEY));
    }
  });

  it('does not keep a profile closed whose file will not go, and says that it is there', async () => {
    await scene.vault({ keychain }).hold(KEY, { keychain: true });
    writeFileSync(scene.at('profile.key'), hex(KEY));
    const erase = (): Promise<never> => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }));
    const vault = scene.vault({ keychain, files: { ...nodeFiles, erase } });
    expect(hex(await vault.open())).toBe(hex(KEY));
    expect((await vault.facts()).holders).toEqual(['file', 'keychain']);
    expect(await codeOf(vault.hold(KEY, { keychain: true }))).toBe('vault.notWritten');
  });

  it('is not taken for a profile without a key, nor for a damaged one, while it cannot be read', async () => {
    await scene.vault({ keychain }).hold(KEY, { keychain: true, passphrase: PASSPHRASE });
    const read = (): Promise<never> => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }));
    const vault = scene.vault({ keychain, files: { ...nodeFiles, read } });
    // One after the other: a refusal nobody waits for yet would end the run.
    for (const work of [() => vault.open(), () => vault.hold(KEY, { keychain: true })])
      expect(await codeOf(work())).toBe('vault.unreadable');
    expect(await vault.facts()).toMatchObject({ holders: [] });
    mkdirSync(scene.at('recovery.key'));
    expect(await scene.vault().facts()).toEqual({ holders: ['keychain', 'passphrase'], hasCode: true });
    expect(await codeOf(scene.vault().recover('ANY'))).toBe('vault.unreadable');
    expect(hex(await scene.vault().unlock(PASSPHRASE))).toBe(hex(KEY));
  });
});
