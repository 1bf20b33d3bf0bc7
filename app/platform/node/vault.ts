import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vault } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** The profile's key in a file readable by its owner alone; for the sandbox and the CLI without a keychain. */
export function createFileVault(profileDir: string): Vault {
  const file = path.join(profileDir, 'profile.key');
  return {
    profileKey: async () => {
      await mkdir(profileDir, { recursive: true });
      try {
        // `wx`: two processes starting together agree on one key.
        await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
      if (key.byteLength !== 32) throw new GuichetError('vault.damaged');
      return new Uint8Array(key);
    },
  };
}
