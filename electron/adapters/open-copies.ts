import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface OpenCopies {
  /** Writes a readable copy for another program and answers its path. */
  add(fileName: string, bytes: Uint8Array): Promise<string>;
  /** Removes all copies; those another program still holds go at the next start. */
  wipe(): Promise<void>;
}

/** Decrypted copies handed to viewers. They live in the profile, for its owner alone, and only while the application runs. */
export function createOpenCopies(profileDir: string): OpenCopies {
  const folder = path.join(profileDir, 'open');
  return {
    add: async (fileName, bytes) => {
      const own = path.join(folder, randomUUID());
      await mkdir(own, { recursive: true, mode: 0o700 });
      const file = path.join(own, fileName);
      // Read-only: changes in the viewer would be lost, so it should say so.
      await writeFile(file, bytes, { mode: 0o400, flag: 'wx' });
      return file;
    },
    wipe: () => rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch(() => {}),
  };
}
