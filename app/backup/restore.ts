import path from 'node:path';
import { deriveKeys, type Keys } from '#app/core/keys.ts';
import type { Files, Random } from '#app/core/ports.ts';
import { openCopy } from '#app/platform/db/index.ts';
import { unwrapProfileKey, writeRecoveryFile } from '#app/recovery/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { backupFailure } from './failure.ts';
import { decodeManifest, type Manifest, piecesOf, wrappedKeyOf } from './manifest.ts';
import { createObjects, type Objects } from './objects.ts';
import { MARK } from './place.ts';
import { restoreFile } from './restored-file.ts';
import { markRestored } from './restored-mark.ts';
import { manifestNames, readManifestFile } from './shelf.ts';

export interface RestoreOptions {
  /** The folder that was chosen for the backups, or the profile's own within it. */
  readonly from: string;
  /** Where the profile is to be: must not exist, or be empty. */
  readonly profileDir: string;
  /** As the person typed it. */
  readonly code: string;
  /** One backup by its name; left out, the newest that is whole. */
  readonly generation?: string | undefined;
  readonly files: Files;
  readonly random: Random;
  readonly nativeBinding?: string | undefined;
  /** Puts the profile's key where this machine keeps it. @param folder the profile while it is being put together */
  readonly keepKey: (folder: string, profileKey: Uint8Array) => Promise<void>;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Names of newer ones that are not whole and were passed over. */
  readonly skipped: readonly string[];
}

/**
 * Puts a profile together from a backup, beside where it is to be, and gives it its name only when all of it was compared with what it should be.
 * Nothing that exists is changed; what fails leaves nothing behind.
 * @throws GuichetError `recovery.mistyped`, `recovery.refused`, `backup.*`, `db.damaged`
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  try {
    return await restore(options);
  } catch (error) {
    throw backupFailure(error);
  }
}

async function restore({
  from,
  profileDir,
  code,
  generation,
  files,
  random,
  nativeBinding,
  keepKey,
  progress,
}: RestoreOptions): Promise<Restored> {
  await assertFree(files, profileDir);
  const root = await findRoot(files, from);
  const { bytes, wrapped, skipped } = await findManifest(files, root, generation);
  const profileKey = await unwrapProfileKey(wrapped, code);
  const keys = deriveKeys(profileKey);
  const manifest = decodeManifest(bytes, keys);
  const objects = createObjects(root, files, random);
  await assertPieces(objects, manifest);

  const folder = `${profileDir}.restoring-${Buffer.from(random.bytes(4)).toString('hex')}`;
  await files.ensureDir(path.dirname(profileDir));
  await files.makeDir(folder);
  try {
    await fill(files, objects, manifest, folder, progress ?? (() => {}));
    await assertSame(manifest, path.join(folder, manifest.database.path), keys, nativeBinding);
    await writeRecoveryFile(files, folder, wrapped);
    await keepKey(folder, profileKey);
    await markRestored(files, folder, manifest.id);
    await assertFree(files, profileDir);
    await files.rename(folder, profileDir);
  } catch (error) {
    await files.removeFolder(folder).catch(() => undefined);
    throw error;
  }
  await files.syncDir(path.dirname(profileDir));
  return { manifest, skipped };
}

async function assertFree(files: Files, profileDir: string): Promise<void> {
  const facts = await files.stat(profileDir);
  if (facts === null) return;
  if (facts.kind !== 'folder' || (await files.list(profileDir)).length > 0) throw new GuichetError('backup.profileExists');
}

async function findRoot(files: Files, from: string): Promise<string> {
  if (await files.exists(path.join(from, MARK))) return from;
  const inside: string[] = [];
  for (const name of await files.list(from)) if (await files.exists(path.join(from, name, MARK))) inside.push(path.join(from, name));
  const [only, ...others] = inside;
  if (only === undefined) throw new GuichetError('backup.notOne');
  if (others.length > 0)
    throw new GuichetError('backup.several', { params: { folders: inside.map((each) => path.basename(each)).join(', ') } });
  return only;
}

async function findManifest(files: Files, root: string, generation: string | undefined) {
  const names = await manifestNames(files, root);
  const asked = generation === undefined ? names : names.filter((name) => name === generation);
  if (asked.length === 0) throw new GuichetError('backup.none');
  const skipped: string[] = [];
  for (const name of asked) {
    const bytes = await readManifestFile(files, root, name);
    const wrapped = wrappedKeyOf(bytes);
    if (wrapped) return { bytes, wrapped, skipped };
    skipped.push(name);
  }
  throw new GuichetError('backup.half');
}

/** Before anything is written: it would be for nothing. */
async function assertPieces(objects: Objects, manifest: Manifest): Promise<void> {
  let missing = 0;
  for (const [name, length] of piecesOf(manifest)) if (!(await objects.has({ name, length }))) missing += 1;
  if (missing > 0) throw new GuichetError('backup.incomplete', { params: { missing, generation: manifest.id } });
}

async function fill(
  files: Files,
  objects: Objects,
  manifest: Manifest,
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const all = [manifest.database, ...manifest.archive];
  const total = all.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const folders = new Set<string>();
  for (const stored of all) {
    const to = path.join(folder, ...stored.path.split('/'));
    await files.ensureDir(path.dirname(to));
    folders.add(path.dirname(to));
    await restoreFile(files, objects, stored, to, (bytes) => {
      done += bytes;
      progress(done, total);
    });
  }
  for (const each of folders) await files.syncDir(each);
}

async function assertSame({ digest }: Manifest, file: string, keys: Keys, nativeBinding: string | undefined): Promise<void> {
  const copy = openCopy({ path: file, key: keys.database, nativeBinding });
  try {
    if (!copy.isSound() || (await copy.digest(async () => {})) !== digest) throw new GuichetError('backup.differs');
  } finally {
    copy.close();
  }
}
