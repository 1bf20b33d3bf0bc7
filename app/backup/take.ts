import path from 'node:path';
import type { Context } from '#app/core/context.ts';
import { type DatabaseCopy, openCopy, query } from '#app/platform/db/index.ts';
import { readRecoveryFile } from '#app/recovery/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createCopying } from './copying.ts';
import { keptOf } from './generations.ts';
import { createLeftovers } from './leftovers.ts';
import { type Manifest, piecesOf } from './manifest.ts';
import { createObjects, nameOf, PIECE } from './objects.ts';
import { assertPlace } from './place.ts';
import { planOn } from './plan.ts';
import { archiveFiles } from './profile-files.ts';
import { createShelf, manifestId } from './shelf.ts';

const DATABASE = 'guichet.db';
const documentCount = query<{ count: number }>('backup.documents', "SELECT count(*) AS count FROM document WHERE archive = 'stored'");

export interface TakeOptions {
  /** The folder of this profile's backups. */
  readonly root: string;
  /** An empty folder of the profile's own. */
  readonly work: string;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  /** How many parts of a file of the archive were erased on purpose. @param file relative to the profile */
  readonly erasedIn: (file: string) => number;
  /** Lets other work of the core go first. */
  readonly pause: () => Promise<void>;
}

const judged = async (copy: DatabaseCopy, pause: () => Promise<void>) => {
  try {
    if (!copy.isSound()) throw new GuichetError('db.damaged', { params: { statement: 'integrity_check' } });
    return { digest: await copy.digest(pause), documents: copy.get(documentCount)!.count };
  } finally {
    copy.close();
  }
};

/**
 * Makes one backup. Order is what makes it safe: the database first, then the archive, which by then holds all that its rows promise; then the
 * names of the pieces are flushed; the manifest comes last, and only with it there is a backup. Then what is no longer kept goes.
 * @throws GuichetError `backup.*`, `db.*`; what the operating system says of the folder
 */
export async function takeBackup(context: Context, options: TakeOptions): Promise<Manifest> {
  const { config, keys, db, now, today } = context;
  const { files, random } = context.ports;
  const { root, work, signal, progress, erasedIn, pause } = options;
  await assertPlace(files, root, keys);
  const wrapped = await readRecoveryFile(files, config.profileDir);
  if (wrapped === null) throw new GuichetError('backup.noCode', { action: 'openSettings' });
  const objects = createObjects(root, files, random);
  const shelf = createShelf(root, keys, files, random);
  const leftovers = createLeftovers(root, keys, files);
  const copying = createCopying(files, objects, signal);
  await objects.sweep();
  await leftovers.sweep(shelf, objects);
  const before = (await shelf.all()).whole[0];
  const filesBefore = new Map(before?.archive.map((file) => [file.path, file]));

  const at = now();
  const id = manifestId(at, random);
  const copy = path.join(work, DATABASE);
  db.copyTo(copy);
  const { digest, documents } = await judged(openCopy({ path: copy, key: keys.database, nativeBinding: config.nativeBinding }), pause);
  const size = (await files.stat(copy))!.size;
  const archive = await archiveFiles(files, config.profileDir);
  await leftovers.note(id, await pieceNames(context, copy, size));

  const total = size + archive.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  let added = 0;
  const copied = (bytes: number): void => {
    added += bytes;
    progress(done + added, total);
  };
  const database = await copying.copy({ file: copy, path: DATABASE, size, erased: 0 }, undefined, copied);
  const stored: Manifest['archive'] = [];
  for (const file of archive) {
    const source = { ...file, file: path.join(config.profileDir, file.path), erased: erasedIn(file.path) };
    const addedBefore = added;
    const entry = await copying.copy(source, filesBefore.get(file.path), copied);
    stored.push(entry);
    done += Math.max(0, entry.size - (added - addedBefore));
    progress(done + added, total);
  }
  await objects.flush();
  const manifest: Manifest = {
    ...{ format: 1, id, at, version: config.version, environment: config.environment, digest, documents },
    ...{ bytes: total, added, database, archive: stored },
  };
  signal.throwIfAborted();
  await shelf.add(manifest, wrapped);

  const { whole, broken } = await shelf.all();
  if (broken.length === 0) {
    const kept = keptOf(whole, planOn(today()).keep);
    const gone = whole.filter((one) => !kept.has(one.id));
    if (gone.length > 0) {
      await leftovers.note(`${id}-old`, [...new Set(gone.flatMap(piecesOf).map(([name]) => name))]);
      await shelf.remove(gone.map((one) => one.id));
    }
  }
  await leftovers.sweep(shelf, objects);
  return manifest;
}

/** What the pieces of the database's copy will be called: nothing of it is in an earlier backup, so it would lie about for ever. */
async function pieceNames({ ports: { files } }: Context, file: string, size: number): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < size; at += PIECE) names.push(nameOf(await files.readAt(file, at, Math.min(PIECE, size - at))));
  return names;
}
