import path from 'node:path';
import { deriveKeys, type Keys } from '#app/core/keys.ts';
import { GUICHET_MIGRATIONS } from '#app/core/migrations.ts';
import type { Files, Random } from '#app/core/ports.ts';
import { type DatabaseCopy, openCopy, query } from '#app/platform/db/index.ts';
import { unwrapProfileKey, writeRecoveryFile } from '#app/recovery/index.ts';
import type { Environment } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { restoreFailure } from './failure.ts';
import { decodeManifest, type Manifest, piecesOf, wrappedKeyOf } from './manifest.ts';
import { createObjects, type Objects } from './objects.ts';
import { findRoot } from './place.ts';
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
  /** The only one whose backup is taken; left out, any. */
  readonly environment?: Environment | undefined;
  readonly files: Files;
  readonly random: Random;
  readonly nativeBinding?: string | undefined;
  /** Puts the profile's key where this machine keeps it. @param folder the profile while it is being put together */
  readonly keepKey: (folder: string, profileKey: Uint8Array) => Promise<void>;
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Bytes that can be written in a folder; `null` when nobody knows. Left out: it will be seen. */
  readonly room?: ((folder: string) => Promise<number | null>) | undefined;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Names of newer ones that are not whole and were passed over. */
  readonly skipped: readonly string[];
}

/**
 * Puts a profile together from a backup, beside where it is to be, and gives it its name only when all of it was compared with what it should be.
 * Nothing that exists is changed; what fails leaves nothing behind.
 * @throws GuichetError `recovery.mistyped`, `recovery.refused`, `backup.*`, `restore.*`, `db.damaged`, `db.newer` for a backup of a later version
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  try {
    return await restore(options);
  } catch (error) {
    throw restoreFailure(error);
  }
}

async function restore({
  from,
  profileDir,
  code,
  generation,
  environment,
  files,
  random,
  nativeBinding,
  keepKey,
  progress,
  room,
}: RestoreOptions): Promise<Restored> {
  await assertFree(files, profileDir);
  const root = await findRoot(files, from);
  const { bytes, wrapped, skipped } = await findManifest(files, root, generation);
  const profileKey = await unwrapProfileKey(wrapped, code);
  const keys = deriveKeys(profileKey);
  const manifest = decodeManifest(bytes, keys);
  // Consents and documents of one world must not be taken for the other's.
  if (environment !== undefined && manifest.environment !== environment)
    throw new GuichetError('restore.environment', { params: { made: manifest.environment, environment } });
  const objects = createObjects(root, files, random);
  await assertPieces(objects, manifest);

  const folder = `${profileDir}.restoring-${Buffer.from(random.bytes(4)).toString('hex')}`;
  await files.ensureDir(path.dirname(profileDir));
  // A profile that works on beside it would miss the room first.
  const free = await room?.(path.dirname(profileDir));
  if (typeof free === 'number' && free < sizeOf(manifest) + SPARE)
    throw new GuichetError('restore.diskFull', { retryable: true, action: 'retry' });
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

/** Left to the others on the disk. */
const SPARE = 64 * 1024 * 1024;
const filesOf = ({ database, archive }: Manifest) => [database, ...archive];
const sizeOf = (manifest: Manifest): number => filesOf(manifest).reduce((sum, { size }) => sum + size, 0);

async function fill(
  files: Files,
  objects: Objects,
  manifest: Manifest,
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const all = filesOf(manifest);
  const total = sizeOf(manifest);
  let done = 0;
  const folders = new Set<string>();
  for (const stored of all) {
    const to = path.join(folder, ...stored.path.split('/'));
    await files.ensureDir(path.dirname(to));
    for (let each = path.dirname(to); each.length >= folder.length; each = path.dirname(each)) folders.add(each);
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
    assertKnown(copy);
  } finally {
    copy.close();
  }
}

const stepsOf = query<{ name: string }>('restore.steps', 'SELECT name FROM migration');

/** A profile that this version could not open helps nobody. */
function assertKnown(copy: DatabaseCopy): void {
  const known = new Set(GUICHET_MIGRATIONS.map(({ name }) => name));
  const later = copy.all(stepsOf).find(({ name }) => !known.has(name));
  if (later) throw new GuichetError('db.newer', { params: { step: later.name } });
}
