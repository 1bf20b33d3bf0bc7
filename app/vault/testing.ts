import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Clock } from '#app/core/ports.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { createProfileVault, type Keychain, type ProfileVault, type VaultOptions } from './index.ts';

export const random = createSystemRandom();
export const PASSPHRASE = 'a sentence nobody guesses';

/** A machine on which the cheapest wrap takes long enough. */
export const slowMachine = (): Clock => {
  let at = 0;
  return { now: () => 0, elapsed: () => (at += 1000) };
};

/** A keychain of one account of one machine; `name` stands for both. */
export const fakeKeychain = (name = 'fake'): Keychain => {
  const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
  return {
    name,
    seal: (text) => turned(Buffer.from(`${name}:${text}`)),
    open: (sealed) => {
      const text = Buffer.from(turned(sealed)).toString();
      if (!text.startsWith(`${name}:`)) throw new Error('another keychain');
      return text.slice(name.length + 1);
    },
  };
};

export interface VaultScene {
  readonly profileDir: string;
  at(name: string): string;
  vault(options?: Partial<VaultOptions>): ProfileVault;
  end(): void;
}

/** A folder where a profile is to be; the vault is that of acceptance and production without a keychain unless told otherwise. */
export function createVaultScene(): VaultScene {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet vault é '));
  const profileDir = path.join(folder, 'profile');
  return {
    profileDir,
    at: (name) => path.join(profileDir, name),
    vault: (options) =>
      createProfileVault({ profileDir, files: nodeFiles, random, required: true, keychain: null, clock: slowMachine(), ...options }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The code of what is thrown, or `none`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? 'other',
  );
export const hex = (key: Uint8Array): string => Buffer.from(key).toString('hex');
