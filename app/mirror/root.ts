import path from 'node:path';
import { z } from 'zod';
import type { Files } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { mirrorFailure, systemCode } from './failure.ts';

/**
 * The file by which a profile knows its mirror folder. Without it the place where a share was mounted, empty while the share is away, would
 * pass for the folder, and two profiles would write into one.
 */
export const MARK = '.guichet-mirror.json';
/** Windows' common limit is 260 with the drive and the end mark. */
const LONGEST_PATH = 240;
const LONGEST_ROOT = 130;

const zMark = z.object({ mark: z.string() });

/** UTF-16 units that remain for a relative path. */
export const roomUnder = (folder: string): number => LONGEST_PATH - folder.length - 1;

async function markOf(files: Files, folder: string): Promise<string | null> {
  if ((await files.stat(path.join(folder, MARK))) === null) return null;
  try {
    return zMark.parse(JSON.parse(Buffer.from(await files.read(path.join(folder, MARK))).toString('utf8'))).mark;
  } catch (error) {
    if (systemCode(error) !== '') throw error;
    return '';
  }
}

/** @throws GuichetError `mirror.unreachable` when the folder is not there or is not the one that was chosen, `mirror.readOnly` */
export async function assertRoot(files: Files, folder: string, mark: string): Promise<void> {
  let found: string | null;
  try {
    found = await markOf(files, folder);
  } catch (error) {
    throw mirrorFailure(error);
  }
  if (found !== mark) throw new GuichetError('mirror.unreachable', { retryable: true });
}

const isInside = (inner: string, outer: string): boolean => {
  const relative = path.relative(outer, inner);
  return relative === '' || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..');
};

/**
 * Makes a folder the mirror's, if it can be written to.
 * @throws GuichetError `mirror.folder`, `mirror.insideProfile`, `mirror.otherProfile`, `mirror.folderLong`
 */
export async function claimRoot(files: Files, folder: string, profileDir: string, mark: string): Promise<void> {
  if (!path.isAbsolute(folder)) throw new GuichetError('mirror.folder');
  if (isInside(folder, profileDir)) throw new GuichetError('mirror.insideProfile');
  if (folder.length > LONGEST_ROOT) throw new GuichetError('mirror.folderLong', { params: { length: folder.length, most: LONGEST_ROOT } });
  try {
    if ((await files.stat(folder))?.kind !== 'folder') throw new GuichetError('mirror.folder');
    const found = await markOf(files, folder);
    if (found !== null && found !== mark) throw new GuichetError('mirror.otherProfile');
    // Written anew also where it stands already: the only proof that one may write is to write.
    const temporary = path.join(folder, `${MARK}.part`);
    await files.remove(temporary);
    const writer = await files.create(temporary, 'usual');
    await writer.write([Buffer.from(JSON.stringify({ mark }))]).finally(() => writer.close());
    await files.rename(temporary, path.join(folder, MARK));
  } catch (error) {
    throw error instanceof GuichetError ? error : new GuichetError('mirror.folder', { cause: error });
  }
}
