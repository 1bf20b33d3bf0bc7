import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { writeSynced } from '#app/core/write-synced.ts';

/** Writes a small file so that it is there as a whole or not at all. */
export async function writeWhole(files: Files, file: string, bytes: Uint8Array, access: 'own' | 'usual' = 'usual'): Promise<void> {
  const temporary = `${file}.part`;
  await files.remove(temporary);
  await writeSynced(files, temporary, bytes, access);
  await files.rename(temporary, file);
  await files.syncDir(path.dirname(file));
}
