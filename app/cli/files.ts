import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Makes a folder with those above it. Not by the recursive mkdir of Node: where a folder refuses to hold another by saying that it does
 * not exist (`/proc`), that one never ends.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    const above = dirname(folder);
    const missing =
      codeOf(error) === 'ENOENT' &&
      (await access(above).then(
        () => false,
        () => true,
      ));
    if (!missing || above === folder) throw error;
    await makeFolder(above);
    await makeFolder(folder);
  }
}

/**
 * Writes a file so that it is either the old or the new one as a whole, also when the machine stops half-way: a temporary file in the
 * same folder, flushed to the disk, then renamed over the old one. Missing folders are made.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
