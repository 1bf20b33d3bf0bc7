import { statfs } from 'node:fs/promises';

/** Bytes this user may still write on the disk of a folder that is there; `null` where the disk does not tell. */
export async function roomAt(folder: string): Promise<number | null> {
  try {
    const { blocks, bavail, bsize } = await statfs(folder);
    return blocks === 0 ? null : bavail * bsize;
  } catch {
    return null;
  }
}
