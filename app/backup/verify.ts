import path from 'node:path';
import type { Context } from '#app/core/context.ts';
import { createBlobStore } from '#app/platform/blobs/index.ts';
import { openCopy, query } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { type Manifest, piecesOf } from './manifest.ts';
import { createObjects, type Objects } from './objects.ts';
import { assertPlace } from './place.ts';
import { planOn } from './plan.ts';
import { restoreFile } from './restored-file.ts';
import { createShelf } from './shelf.ts';
import { backupView } from './view.ts';

export interface VerifyOptions {
  readonly root: string;
  /** An empty folder of the profile's own. */
  readonly work: string;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
  readonly pause: () => Promise<void>;
}

export interface Verified {
  readonly manifest: Manifest;
  /** Contents of documents that were opened. */
  readonly contents: number;
}

const sample = query<{ sha256: string }, { start: string; limit: number }>(
  'backup.sample',
  `SELECT DISTINCT c.sha256 FROM document_content c JOIN document d ON d.seq = c.document_seq
   WHERE d.archive = 'stored' AND c.sha256 >= @start ORDER BY c.sha256 LIMIT @limit`,
);

/**
 * Restores the newest backup on trial: its database is put together again, opened, checked and compared with what it said when it was copied;
 * every piece is read and compared with its hash; contents of documents are opened as a restored profile would open them. A damaged piece is set
 * aside, so that the next backup writes it again.
 * @throws GuichetError `backup.none`, `backup.half`, `backup.pieceMissing`, `backup.pieceDamaged`, `backup.differs`, `document.*`
 */
export async function verifyBackup(context: Context, { root, work, signal, progress, pause }: VerifyOptions): Promise<Verified> {
  const { config, keys, ports, today } = context;
  const { files, random } = ports;
  await assertPlace(files, root, keys);
  const { whole, broken } = await createShelf(root, keys, files, random).all();
  const manifest = whole[0];
  if (!manifest) throw new GuichetError(broken.length > 0 ? 'backup.half' : 'backup.none');
  if (broken.some((id) => id > manifest.id)) throw new GuichetError('backup.half');
  const objects = createObjects(root, files, random);
  const file = path.join(work, 'guichet.db');
  await restoreFile(files, objects, manifest.database, file, () => signal.throwIfAborted());
  const copy = openCopy({ path: file, key: keys.database, nativeBinding: config.nativeBinding });
  try {
    if (!copy.isSound() || (await copy.digest(pause)) !== manifest.digest) throw new GuichetError('backup.differs');
    await readAll(objects, manifest, signal, progress);
    const start = Buffer.from(random.bytes(32)).toString('hex');
    const { sample: limit } = planOn(today());
    const behind = copy.all(sample, { start, limit });
    const chosen = behind.length < limit ? [...behind, ...copy.all(sample, { start: '', limit: limit - behind.length })] : behind;
    const names = [...new Set(chosen.map(({ sha256 }) => sha256))];
    const blobs = createBlobStore(path.join(work, 'archive'), keys, {
      ...ports,
      files: backupView(manifest, objects, work),
      startThread: undefined,
    });
    for (const sha256 of names) {
      signal.throwIfAborted();
      await blobs.read(sha256);
    }
    return { manifest, contents: names.length };
  } finally {
    copy.close();
  }
}

async function readAll(objects: Objects, manifest: Manifest, signal: AbortSignal, progress: VerifyOptions['progress']): Promise<void> {
  const pieces = piecesOf(manifest);
  const total = pieces.reduce((sum, [, length]) => sum + length, 0);
  let done = 0;
  let failure: unknown = null;
  for (const [name, length] of pieces) {
    signal.throwIfAborted();
    try {
      await objects.get({ name, length });
    } catch (error) {
      // All of them are read, so that one round finds all that the next backup must write again.
      failure ??= error;
      if (!(error instanceof GuichetError)) throw error;
      if (error.code === 'backup.pieceDamaged') await objects.setAside({ name, length });
    }
    done += length;
    progress(done, total);
  }
  if (failure) throw failure;
}
