import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { writeSynced } from '#app/core/write-synced.ts';

/** Where a profile keeps its key wrapped by its recovery code. It opens nothing without the code, and goes into every backup. */
export const RECOVERY_FILE = 'recovery.key';

const recoveryPath = (profileDir: string): string => path.join(profileDir, RECOVERY_FILE);

/** The wrapped key, `null` while the profile has no recovery code. */
export async function readRecoveryFile(files: Files, profileDir: string): Promise<Uint8Array | null> {
  const file = recoveryPath(profileDir);
  return (await files.exists(file)) ? files.read(file) : null;
}

/** Replaces the wrapped key as a whole: after a power cut it is the old or the new one. */
export async function writeRecoveryFile(files: Files, profileDir: string, wrapped: Uint8Array): Promise<void> {
  const file = recoveryPath(profileDir);
  const temporary = `${file}.new`;
  await files.remove(temporary);
  await writeSynced(files, temporary, wrapped);
  await files.rename(temporary, file);
  await files.syncDir(profileDir);
}
