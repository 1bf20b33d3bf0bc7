import type { Files } from '#app/core/ports.ts';
import type { StoredFile } from './manifest.ts';
import type { Objects } from './objects.ts';

/** Writes a file of a backup from its pieces, each compared with its hash, and flushes it. @throws GuichetError `backup.pieceMissing`, `backup.pieceDamaged` */
export async function restoreFile(
  files: Files,
  objects: Objects,
  stored: StoredFile,
  to: string,
  written: (bytes: number) => void,
): Promise<void> {
  const writer = await files.create(to);
  try {
    for (const [name, length] of stored.pieces) {
      await writer.write([await objects.get({ name, length })]);
      written(length);
    }
    await writer.sync();
  } finally {
    await writer.close();
  }
}
