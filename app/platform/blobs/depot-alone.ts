import { type CipherGCM, createHash, type Hash } from 'node:crypto';
import path from 'node:path';
import type { Files, FileWriter } from '#app/core/ports.ts';
import { writeFailure } from './failure.ts';
import { type BlobKeys, beginSealing, blobName } from './format.ts';
import { folderOf, type Intake, type Sealed } from './intake.ts';

interface Open {
  readonly temporary: string;
  readonly cipher: CipherGCM;
  readonly hash: Hash;
  size: number;
  file: FileWriter | null;
  name: string;
}

/** Contents that get a file each: sealed while they come in, so that none of them is ever whole in memory. */
export function createAloneDepot(root: string, keys: BlobKeys, files: Files) {
  const opened = new Map<number, Open>();

  const write = async ({ id, temporary, entropy }: Intake, bytes: Uint8Array, last: boolean): Promise<Open> => {
    const chunks: Uint8Array[] = [];
    let open = opened.get(id);
    if (!open) {
      const { header, cipher } = beginSealing(keys, entropy);
      chunks.push(header);
      open = { temporary, cipher, hash: createHash('sha256'), size: 0, file: null, name: '' };
      opened.set(id, open);
    }
    open.hash.update(bytes);
    open.size += bytes.byteLength;
    chunks.push(open.cipher.update(bytes));
    if (last) chunks.push(open.cipher.final(), open.cipher.getAuthTag());
    try {
      open.file ??= await files.create(temporary);
      await open.file.write(chunks);
    } catch (error) {
      throw writeFailure(error);
    }
    return open;
  };

  const take = (id: number): Open => {
    const open = opened.get(id);
    if (!open) throw new Error('this content is not in the depot');
    opened.delete(id);
    return open;
  };

  const place = async ({ file, temporary, name }: Open): Promise<void> => {
    try {
      try {
        await file?.sync();
      } finally {
        await file?.close();
      }
      // The same content under the same name: the newer copy takes the place of the older, which may be the damaged one.
      await files.rename(temporary, path.join(folderOf(root, name), name));
    } catch (error) {
      await files.remove(temporary).catch(() => undefined);
      throw writeFailure(error);
    }
  };

  return {
    has: (id: number): boolean => opened.has(id),
    append: async (intake: Intake, bytes: Uint8Array): Promise<void> => {
      await write(intake, bytes, false);
    },
    finish: async (intake: Intake, bytes: Uint8Array): Promise<Sealed> => {
      const open = await write(intake, bytes, true);
      const sha256 = open.hash.digest('hex');
      open.name = blobName(sha256, keys);
      return { name: open.name, sha256, size: open.size };
    },
    abandon: async (id: number): Promise<void> => {
      const { file, temporary } = take(id);
      await file?.close();
      await files.remove(temporary);
    },
    place: async (ids: readonly number[]): Promise<void> => {
      const batch = ids.map(take);
      // All of them come to an end before one that failed is told, so that nothing goes on behind the caller's back.
      const ends = await Promise.allSettled(batch.map(place));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      const folders = new Set(batch.map(({ name }) => folderOf(root, name)));
      await Promise.all([...folders].map((folder) => files.syncDir(folder)));
    },
  };
}
