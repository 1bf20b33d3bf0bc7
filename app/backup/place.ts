import path from 'node:path';
import { z } from 'zod';
import type { Keys } from '#app/core/keys.ts';
import type { Files } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { backupFailure } from './failure.ts';
import { writeWhole } from './write-whole.ts';

/** By this file a folder is known as one of ours: an empty mount point of a share that is away must not pass for it. */
export const MARK = 'guichet-backup.json';
const zMark = z.object({ format: z.literal(1), profile: z.string() });

/** Names the profile in folders that several may share; says nothing about its key. */
export const profileName = (keys: Keys): string => Buffer.from(keys.derive('backup-profile')).toString('hex').slice(0, 12);

/** The folder of one profile's backups within the one that a person chose. */
export const backupRoot = (folder: string, keys: Keys): string => path.join(folder, `guichet-${profileName(keys)}`);
export const manifestsIn = (root: string): string => path.join(root, 'manifests');
export const leftoversIn = (root: string): string => path.join(root, 'leftovers');
export const objectsIn = (root: string): string => path.join(root, 'objects');

const isInside = (inner: string, outer: string): boolean => {
  const relative = path.relative(outer, inner);
  return relative === '' || (!path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..');
};

/**
 * Makes the folders of a profile's backups in the chosen one; what is there already is taken over.
 * @throws GuichetError `backup.folder`, `backup.insideProfile`
 */
export async function claimPlace(files: Files, folder: string, profileDir: string, keys: Keys): Promise<void> {
  if (!path.isAbsolute(folder)) throw new GuichetError('backup.folder');
  if (isInside(folder, profileDir)) throw new GuichetError('backup.insideProfile');
  const root = backupRoot(folder, keys);
  try {
    if ((await files.stat(folder))?.kind !== 'folder') throw new GuichetError('backup.folder');
    await files.makeDir(root);
    for (const part of [manifestsIn(root), leftoversIn(root), objectsIn(root), path.join(objectsIn(root), 'incoming')])
      await files.makeDir(part);
    await writeWhole(files, path.join(root, MARK), Buffer.from(JSON.stringify({ format: 1, profile: profileName(keys) })));
    await files.syncDir(folder);
  } catch (error) {
    throw error instanceof GuichetError ? error : new GuichetError('backup.folder', { cause: error });
  }
}

/** @throws GuichetError `backup.unreachable` when the folder is not there or is not this profile's */
export async function assertPlace(files: Files, root: string, keys: Keys): Promise<void> {
  try {
    const mark = zMark.safeParse(JSON.parse(Buffer.from(await files.read(path.join(root, MARK))).toString('utf8')));
    if (mark.success && mark.data.profile === profileName(keys)) return;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw backupFailure(error);
  }
  throw new GuichetError('backup.unreachable', { retryable: true, action: 'retry' });
}

/**
 * The folder of one profile's backups: the chosen one, or the only one within it.
 * @throws GuichetError `backup.notOne`, `backup.several` (`folders`)
 */
export async function findRoot(files: Files, from: string): Promise<string> {
  if (await files.exists(path.join(from, MARK))) return from;
  const inside: string[] = [];
  for (const name of await files.list(from)) if (await files.exists(path.join(from, name, MARK))) inside.push(path.join(from, name));
  const [only, ...others] = inside;
  if (only === undefined) throw new GuichetError('backup.notOne');
  if (others.length > 0)
    throw new GuichetError('backup.several', { params: { folders: inside.map((each) => path.basename(each)).join(', ') } });
  return only;
}
