import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vault } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** What a disk without hard links answers (FAT, some shares). */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EMLINK']);
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Gives the file its name only when nobody has it, and only as a whole: another process reads either nothing or the whole of it. */
async function publish(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

async function makeKey(file: string): Promise<void> {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.new`;
  try {
    await writeFile(temporary, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
    await publish(temporary, file);
  } catch (error) {
    // Two processes starting together agree on the key of the first.
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function readKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Puts a known key where {@link createFileVault} finds it, for a profile that has none yet. @throws `EEXIST` */
export async function keepFileKey(profileDir: string, profileKey: Uint8Array): Promise<void> {
  await writeFile(path.join(profileDir, 'profile.key'), Buffer.from(profileKey).toString('hex'), { flag: 'wx', mode: 0o600, flush: true });
}

/** The profile's key in a file readable by its owner alone; for the sandbox and the CLI without a keychain. */
export function createFileVault(profileDir: string): Vault {
  const file = path.join(profileDir, 'profile.key');
  return {
    profileKey: async () => {
      let text = await readKey(file);
      if (text === null) {
        await mkdir(profileDir, { recursive: true });
        await makeKey(file);
        text = await readKey(file);
      }
      const key = Buffer.from(text ?? '', 'hex');
      if (key.byteLength !== 32) throw new GuichetError('vault.damaged');
      return new Uint8Array(key);
    },
  };
}
