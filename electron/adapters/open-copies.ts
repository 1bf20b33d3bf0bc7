import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInTurn } from '#app/core/in-turn.ts';

export interface OpenCopies {
  /** Writes a readable copy for another program and answers its path. */
  add(fileName: string, bytes: Uint8Array): Promise<string>;
  /** Removes all copies; those another program still holds go at the next start. */
  wipe(): Promise<void>;
}

const OWNER_ONLY = 0o700;
/** Read-only: changes in the viewer would be lost, so it should say so. */
const READ_ONLY = 0o400;
const REMOVABLE = 0o600;

/**
 * Decrypted copies handed to viewers. They live in the profile, for its owner alone, and only while the application runs: `wipe` is called
 * when it closes and, for what a crash left behind, before the first copy of a run.
 */
export function createOpenCopies(profileDir: string): OpenCopies {
  const folder = path.join(profileDir, 'open');
  /** One after the other, so that no copy is made in a folder that is being removed. */
  const inTurn = createInTurn();
  return {
    add: (fileName, bytes) =>
      inTurn(async () => {
        await mkdir(folder, { recursive: true, mode: OWNER_ONLY });
        const own = path.join(folder, randomUUID());
        await mkdir(own, { mode: OWNER_ONLY });
        const file = path.join(own, fileName);
        await writeFile(file, bytes, { mode: READ_ONLY, flag: 'wx' });
        return file;
      }),
    wipe: () => inTurn(() => remove(folder)),
  };
}

async function remove(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    // Windows refuses to remove what is marked read-only.
    if (entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), REMOVABLE).catch(() => {});
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => {});
}
