import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BackupScene, createBackupScene } from '#app/backup/testing.ts';
import { codeOf, createVaultScene, fakeKeychain, hex, PASSPHRASE, random, type VaultScene } from '#app/vault/testing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { CliIo } from './io.ts';
import { openKey, vaultOf } from './open-key.ts';
import { newPassphrase } from './passphrase.ts';
import { run } from './run.ts';
import { readSecret } from './secret.ts';

const nothing = async (): Promise<never> => expect.unreachable();

/** A terminal or a pipe with these lines on it; what is asked for is noted. */
function person(...lines: string[]) {
  const said = { asked: [] as string[], out: '', err: '' };
  const io: CliIo = {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    readFile: nothing,
    writeFile: nothing,
    secret: async (prompt) => {
      said.asked.push(prompt);
      return lines.shift() ?? '';
    },
    locale: 'en',
    today: () => localDate('2026-11-23'),
  };
  return { said, io, asked: { io, t: createTranslator('en') } };
}

describe('a profile opened from the command line', () => {
  let scene: VaultScene;
  beforeEach(() => {
    scene = createVaultScene();
  });
  afterEach(() => scene.end());
  const open = (environment: 'sandbox' | 'production', ...lines: string[]) =>
    openKey(person(...lines).asked, scene.profileDir, environment);

  it('has its key in a file in the sandbox and asks nobody', async () => {
    const key = await open('sandbox');
    expect(await open('sandbox')).toEqual(key);
    expect(readdirSync(scene.profileDir)).toEqual(['profile.key']);
  });

  it('has its passphrase asked for, in every environment', async () => {
    const key = await scene.vault().create(PASSPHRASE);
    for (const environment of ['sandbox', 'production'] as const) {
      expect(await open(environment, PASSPHRASE)).toEqual(key);
      expect(await codeOf(open(environment, 'another one'))).toBe('vault.refused');
      expect(await codeOf(open(environment))).toBe('vault.noPassphrase');
    }
    const { said, asked } = person(PASSPHRASE);
    await openKey(asked, scene.profileDir, 'production');
    expect(said.asked).toEqual(['Passphrase of the profile: ']);
  });

  it('is the window’s alone when only the keychain holds the key; with a passphrase beside it, that one is asked for', async () => {
    const key = random.bytes(32);
    const window = scene.vault({ keychain: fakeKeychain() });
    await window.hold(key, { keychain: true });
    expect(await codeOf(open('production'))).toBe('vault.keychainOnly');
    await window.hold(key, { keychain: true, passphrase: PASSPHRASE });
    expect(await open('production', PASSPHRASE)).toEqual(key);
  });

  it('waits for the window to choose a passphrase where none may lie in a file', async () => {
    expect(await codeOf(open('production'))).toBe('vault.bare');
    expect(existsSync(scene.profileDir)).toBe(false);
    await open('sandbox');
    expect(await codeOf(open('production'))).toBe('vault.bare');
  });
});

describe('a new passphrase', () => {
  it('is long enough, and typed twice on a terminal', async () => {
    const { asked } = person(PASSPHRASE);
    expect(await newPassphrase(asked)).toBe(PASSPHRASE);
    expect(await codeOf(newPassphrase(person('too short').asked))).toBe('vault.short');
    const typed = (...lines: string[]) => {
      const { io, t } = person(...lines).asked;
      return newPassphrase({ io: { ...io, isTyped: true }, t });
    };
    expect(await typed(PASSPHRASE, PASSPHRASE)).toBe(PASSPHRASE);
    expect(await codeOf(typed(PASSPHRASE, `${PASSPHRASE}.`))).toBe('vault.unlike');
  });

  it('follows the recovery code on a pipe, however the pipe cuts it', async () => {
    for (const cuts of [['code\r\npass phrase\nrest'], ['co', 'de\npass ', 'phrase\n'], ['code\n', 'pass phrase']]) {
      const input = Object.assign(new PassThrough(), { isTTY: false });
      for (const cut of cuts) input.write(cut);
      input.end();
      const next = () => readSecret('', input as never, new PassThrough() as never);
      expect([await next(), await next()]).toEqual(['code', 'pass phrase']);
      expect(await next()).toBe(cuts[0]!.includes('rest') ? 'rest' : '');
      expect(await next()).toBe('');
    }
  });
});

describe('verbs', () => {
  let scene: BackupScene;
  beforeAll(async () => {
    scene = await createBackupScene(1);
  });
  afterAll(() => scene.end());
  const cli = async (lines: string[], ...argv: string[]) => {
    const { io, said } = person(...lines);
    const exit = await run(argv, io);
    return { exit, ...said };
  };

  it('restore a backup of another environment than the sandbox behind a new passphrase, never with a key in a file', async () => {
    const { context } = scene.app;
    await scene.backup({ ...context, config: { ...context.config, environment: 'acceptance' } }).perform('backup');
    const there = path.join(scene.elsewhere, 'behind');
    const restore = (...lines: string[]) =>
      cli(lines, 'restore', '--from', scene.folder, '--profile', there, '--environment', 'acceptance', '--json');
    expect((await restore(scene.code)).out).toContain('vault.noPassphrase');
    expect((await restore(scene.code, 'short')).out).toContain('vault.short');
    expect(existsSync(there)).toBe(false);
    const restored = await restore(scene.code, PASSPHRASE);
    expect(restored).toMatchObject({ exit: 0, err: '', asked: ['Recovery code: ', 'New passphrase of this profile: '] });
    expect(readdirSync(there).sort()).toEqual(['archive', 'guichet.db', 'recovery.key', 'restored.json', 'vault.json']);
    if (process.platform !== 'win32') expect(statSync(path.join(there, 'vault.json')).mode & 0o777).toBe(0o600);
    const key = await scene.app.context.ports.vault.profileKey();
    expect(hex(await vaultOf(there, 'acceptance').unlock(PASSPHRASE))).toBe(hex(key));
  });

  it('open a profile with its passphrase, and say why not', async () => {
    const { profileDir, simulator } = scene.stage;
    const key = await scene.app.context.ports.vault.profileKey();
    await scene.app.close();
    await vaultOf(profileDir, 'sandbox').hold(key, { keychain: false, passphrase: PASSPHRASE });
    expect(existsSync(path.join(profileDir, 'profile.key'))).toBe(false);
    const documents = (...lines: string[]) =>
      cli(lines, 'documents', '--profile', profileDir, '--auth', simulator.authBase, '--api', simulator.apiBase);
    expect(await documents(PASSPHRASE)).toMatchObject({ exit: 0, err: '2 documents\n' });
    const wrong = await documents('another one');
    expect([wrong.exit, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toMatch(/^This passphrase does not open this profile\..*\n$/);
  });
});
