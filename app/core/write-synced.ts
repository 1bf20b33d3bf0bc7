import type { Files } from './ports.ts';

/** A new file with all of this in it, on the disk when this comes; its name is not yet (`syncDir`). @param access as `Files.create` */
export async function writeSynced(files: Files, path: string, bytes: Uint8Array, access?: Parameters<Files['create']>[1]): Promise<void> {
  const writer = await files.create(path, access);
  try {
    await writer.write([bytes]);
    await writer.sync();
  } finally {
    await writer.close();
  }
}
