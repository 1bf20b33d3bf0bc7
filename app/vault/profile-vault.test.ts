import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deriveKeys } from '#app/core/keys.ts';
import { keepKeyCheck } from '#app/platform/db/key.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { newRecoveryCode, wrapProfileKey, writeRecoveryFile } from '#app/recovery/index.ts';
import { codeOf, createVaultScene, fakeKeychain, hex, PASSPHRASE, random, type VaultScene } from './testing.ts';

let scene: VaultScene;
beforeEach(() => {
  scene = createVaultScene();
});
afterEach(() => scene.end());

const keychain = fakeKeychain();
const names = (): string[] => readdirSync(scene.profileDir).sort();
const lay = (name: string, content: string): void => {
  mkdirSync(scene.profileDir, { recursive: true });
  writeFileSync(scene.at(name), content);
};
const layKey = (): Uint8Array => {
  const key = random.bytes(32);
  lay('profile.key', hex(key));
  return key;
};
/** By another account, on another machine, with everything copied along. */
const elsewhere = () => scene.vault({ keychain: fakeKeychain('other') });

describe('a new profile', () => {
  it('of the sandbox has its key in a file of its owner, with a keychain or without', async () => {
    const key = await scene.vault({ required: false, keychain }).open();
    expect(names()).toEqual(['profile.key']);
    if (process.platform !== 'win32') expect(statSync(scene.at('profile.key')).mode & 0o777).toBe(0o600);
    expect(await scene.vault({ required: false }).open()).toEqual(key);
    expect(await scene.vault().facts()).toEqual({ holders: ['file'], hasCode: false });
  });

  it('has its key in the keychain and in no file, though Chromium was there first', async () => {
    mkdirSync(scene.at('window'), { recursive: true });
    const key = await scene.vault({ keychain }).open();
    expect(names()).toEqual(['vault.json', 'window']);
    expect(await scene.vault({ keychain }).open()).toEqual(key);
    expect(readFileSync(scene.at('vault.json'), 'latin1')).not.toContain(hex(key).slice(0, 16));
    if (process.platform !== 'win32') expect(statSync(scene.at('vault.json')).mode & 0o777).toBe(0o600);
    expect((await scene.vault().facts()).holders).toEqual(['keychain']);
  });

  it.each([
    ['in the file', { required: false }],
    ['in the keychain', { keychain }],
  ])('has one key %s for all who start together', async (_, options) => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => scene.vault(options).open()));
    expect(new Set(keys.map(hex)).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    expect(names()).toHaveLength(1);
  });

  it('has a passphrase chosen where there is no keychain, or none that seals; nothing is written before', async () => {
    const ill = {
      ...keychain,
      seal: () => {
        throw new Error('locked');
      },
    };
    const forgetful = { ...keychain, open: () => 'something else' };
    for (const none of [null, ill, forgetful]) expect(await codeOf(scene.vault({ keychain: none }).open())).toBe('vault.bare');
    expect(existsSync(scene.profileDir) ? names() : []).toEqual([]);
    const key = await scene.vault().create(PASSPHRASE);
    expect(names()).toEqual(['vault.json']);
    expect(await codeOf(scene.vault().open())).toBe('vault.sealed');
    expect(await scene.vault().unlock(PASSPHRASE)).toEqual(key);
    expect(await codeOf(scene.vault().create(PASSPHRASE))).toBe('vault.notBare');
  });

  it('is none when there is a database, or was one: then no key is made', async () => {
    for (const name of ['guichet.db', 'guichet.db.check']) {
      scene.end();
      lay(name, '');
      for (const options of [{ required: false }, { keychain }, {}])
        expect(await codeOf(scene.vault(options).open())).toBe('vault.missing');
      expect(await codeOf(scene.vault().create(PASSPHRASE))).toBe('vault.missing');
      expect(names()).toEqual([name]);
    }
  });
});

describe('a key that lies in a file where none may', () => {
  it('is moved into the keychain', async () => {
    const key = layKey();
    lay('guichet.db', '');
    expect(await scene.vault({ keychain }).open()).toEqual(key);
    expect(names()).toEqual(['guichet.db', 'vault.json']);
    expect(await scene.vault({ keychain }).open()).toEqual(key);
  });

  it('gets the passphrase that is chosen, and stays the key', async () => {
    const key = layKey();
    lay('guichet.db', '');
    expect(await codeOf(scene.vault().open())).toBe('vault.bare');
    expect(await scene.vault().create(PASSPHRASE)).toEqual(key);
    expect(names()).toEqual(['guichet.db', 'vault.json']);
    expect(await scene.vault().unlock(PASSPHRASE)).toEqual(key);
  });

  it('is the sandbox’s own in the sandbox, and is not wrapped unasked', async () => {
    layKey();
    expect(await codeOf(scene.vault({ required: false }).create(PASSPHRASE))).toBe('vault.notBare');
  });

  it('is never replaced when it cannot be read', async () => {
    lay('profile.key', 'cut off');
    for (const options of [{ required: false }, { keychain }, {}]) expect(await codeOf(scene.vault(options).open())).toBe('vault.damaged');
    expect(await codeOf(scene.vault().create(PASSPHRASE))).toBe('vault.damaged');
    expect(readFileSync(scene.at('profile.key'), 'utf8')).toBe('cut off');
  });
});

describe('the holders of a key', () => {
  it('open it each by itself', async () => {
    const key = random.bytes(32);
    await scene.vault({ keychain }).hold(key, { keychain: true, passphrase: PASSPHRASE });
    expect((await scene.vault().facts()).holders).toEqual(['keychain', 'passphrase']);
    expect(await scene.vault({ keychain }).open()).toEqual(key);
    for (const vault of [scene.vault(), elsewhere()]) {
      expect(await codeOf(vault.open())).toBe('vault.sealed');
      expect(await vault.unlock(PASSPHRASE)).toEqual(key);
    }
  });

  it('change one by one: what is not named stays, what is dropped opens nothing more', async () => {
    const key = random.bytes(32);
    const vault = scene.vault({ keychain });
    await vault.hold(key, { keychain: false, passphrase: PASSPHRASE });
    await vault.hold(key, { keychain: true });
    expect(await vault.open()).toEqual(key);
    expect(await vault.unlock(PASSPHRASE)).toEqual(key);
    await vault.hold(key, { keychain: true, passphrase: 'another sentence' });
    expect(await codeOf(vault.unlock(PASSPHRASE))).toBe('vault.refused');
    expect(await vault.unlock('another sentence')).toEqual(key);
    await vault.hold(key, { keychain: true, passphrase: null });
    expect(await codeOf(vault.unlock('another sentence'))).toBe('vault.refused');
    expect(await codeOf(vault.hold(key, { keychain: false, passphrase: null }))).toBe('vault.nobody');
    expect(await codeOf(scene.vault().hold(key, { keychain: true }))).toBe('vault.noKeychain');
    expect(await vault.open()).toEqual(key);
  });

  it('take a key from the sandbox’s file, and give it back where they are to go', async () => {
    const vault = scene.vault({ required: false, keychain });
    const key = await vault.open();
    await vault.hold(key, { keychain: true });
    expect(names()).toEqual(['vault.json']);
    expect(await vault.open()).toEqual(key);
    await vault.hold(key, { keychain: false, passphrase: null });
    expect(names()).toEqual(['profile.key']);
    expect(await vault.open()).toEqual(key);
  });

  it('stay as they were when the new ones do not give the key back', async () => {
    const key = random.bytes(32);
    await scene.vault().hold(key, { keychain: false, passphrase: PASSPHRASE });
    const before = readFileSync(scene.at('vault.json'));
    const forgetful = { ...keychain, open: () => hex(random.bytes(32)) };
    expect(await codeOf(scene.vault({ keychain: forgetful }).hold(key, { keychain: true, passphrase: null }))).toBe('vault.noKeychain');
    const lying = { ...nodeFiles, read: async (file: string) => (file.endsWith('.new') ? Buffer.from('else') : nodeFiles.read(file)) };
    expect(await codeOf(scene.vault({ keychain, files: lying }).hold(key, { keychain: true }))).toBe('vault.damaged');
    expect(readFileSync(scene.at('vault.json'))).toEqual(before);
    expect(names()).toEqual(['vault.json']);
  });

  it('are told apart when the keychain does not open it', async () => {
    await scene.vault({ keychain }).open();
    expect(await codeOf(scene.vault().open())).toBe('vault.keychainGone');
    expect(await codeOf(elsewhere().open())).toBe('vault.keychainChanged');
    const refusing = { ...keychain, open: () => 'no key' };
    expect(await codeOf(scene.vault({ keychain: refusing }).open())).toBe('vault.keychainChanged');
  });

  it('of a newer program are left alone', async () => {
    const slot = { kind: 'passphrase', wrapped: 'AAAA' };
    for (const newer of [
      { version: 2, anything: true },
      { version: 1, slots: [slot, { kind: 'token', serial: 7 }] },
    ]) {
      lay('vault.json', JSON.stringify(newer));
      layKey();
      lay('recovery.key', '');
      const before = names().map((name) => readFileSync(scene.at(name), 'utf8'));
      const vault = scene.vault({ keychain });
      const answers = [
        vault.open(),
        vault.unlock(PASSPHRASE),
        vault.create(PASSPHRASE),
        vault.hold(random.bytes(32), { keychain: true, passphrase: PASSPHRASE }),
        vault.recover(newRecoveryCode(random)),
      ].map(codeOf);
      expect(await Promise.all(answers)).toEqual(Array(5).fill('vault.newer'));
      expect((await vault.facts()).holders).toEqual(['file']);
      expect(names().map((name) => readFileSync(scene.at(name), 'utf8'))).toEqual(before);
    }
  });

  it.each(['', '{', '{}', '[]', 'null', '{"version":1,"slots":[]}', '{"version":1,"slots":[{"kind":"passphrase","wrapped":"!"}]}'])(
    'that cannot be read open nothing, and are replaced only with the key at hand: %s',
    async (content) => {
      lay('vault.json', content);
      const vault = scene.vault({ keychain });
      expect([await codeOf(vault.open()), await codeOf(vault.unlock(PASSPHRASE))]).toEqual(['vault.damaged', 'vault.damaged']);
      expect(readFileSync(scene.at('vault.json'), 'utf8')).toBe(content);
      const key = random.bytes(32);
      await vault.hold(key, { keychain: true });
      expect(await vault.open()).toEqual(key);
    },
  );
});

describe('a recovery code', () => {
  it('gives the key back when nobody else does, and it is held anew', async () => {
    const vault = scene.vault({ keychain });
    const key = await vault.open();
    expect(await codeOf(vault.recover(newRecoveryCode(random)))).toBe('vault.noCode');
    const code = newRecoveryCode(random);
    await writeRecoveryFile(nodeFiles, scene.profileDir, await wrapProfileKey(key, code, random));
    keepKeyCheck(scene.at('guichet.db'), deriveKeys(key).database);
    expect(await elsewhere().facts()).toEqual({ holders: ['keychain'], hasCode: true });
    expect(await codeOf(elsewhere().open())).toBe('vault.keychainChanged');
    expect(await codeOf(elsewhere().recover('12345'))).toBe('recovery.mistyped');
    expect(await codeOf(elsewhere().recover(newRecoveryCode(random)))).toBe('recovery.refused');
    expect(await elsewhere().recover(code)).toEqual(key);
    await elsewhere().hold(key, { keychain: true, passphrase: null });
    expect(await elsewhere().open()).toEqual(key);
  });

  it('of another profile is refused before anything holds its key', async () => {
    const code = newRecoveryCode(random);
    mkdirSync(scene.profileDir);
    await writeRecoveryFile(nodeFiles, scene.profileDir, await wrapProfileKey(random.bytes(32), code, random));
    keepKeyCheck(scene.at('guichet.db'), deriveKeys(random.bytes(32)).database);
    expect(await codeOf(scene.vault().recover(code))).toBe('vault.otherProfile');
  });
});
