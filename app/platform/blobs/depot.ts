import { type CipherGCM, createHash, type Hash } from 'node:crypto';
import path from 'node:path';
import type { Files, FileWriter } from '#app/core/ports.ts';
import { writeFailure } from './failure.ts';
import { type BlobKeys, beginSealing, blobName } from './format.ts';

/** Where one content goes while it comes in, and the chance its file is sealed with. */
export interface Intake {
  readonly id: number;
  readonly temporary: string;
  /** `SEALING_BYTES` from the Random port: the work itself draws none, so that it can be done by another thread. */
  readonly entropy: Uint8Array;
}

/** A content that came in whole. */
export interface Sealed {
  readonly name: string;
  readonly sha256: string;
  /** Bytes of the plaintext. */
  readonly size: number;
}

/**
 * Hashing, encrypting and writing: the part of the archive's work that needs neither the database nor the network. Bytes given are given
 * away; the caller no longer has them.
 */
export interface Depot {
  append(intake: Intake, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The last bytes of a content. It is written, not yet flushed, and not yet under its name. */
  finish(intake: Intake, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed>;
  /** Drops what was written of a content. */
  abandon(id: number): Promise<void>;
  /** Flushes finished contents, gives them their names, flushes the folders. None of the ids is known afterwards, also when it fails. */
  place(ids: readonly number[]): Promise<void>;
}

interface Open {
  readonly temporary: string;
  readonly cipher: CipherGCM;
  readonly hash: Hash;
  size: number;
  file: FileWriter | null;
  name: string;
}

/** Folders by the first digit of the name: few enough to flush in every batch, enough to keep each listing short. */
export const folderOf = (root: string, name: string): string => path.join(root, name.slice(0, 1));

/** @throws GuichetError `archive.diskFull`, `archive.readOnly` from every call that writes; nothing half written stays then */
export function createDepot(root: string, keys: BlobKeys, files: Files): Depot {
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
  /** All of them come to an end before one that failed is told, so that nothing goes on behind the caller's back. */
  const placeAll = async (batch: readonly Open[]): Promise<void> => {
    const ends = await Promise.allSettled(batch.map(place));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };

  return {
    append: async (intake, bytes) => {
      await write(intake, bytes, false);
    },
    finish: async (intake, bytes) => {
      const open = await write(intake, bytes, true);
      const sha256 = open.hash.digest('hex');
      open.name = blobName(sha256, keys);
      return { name: open.name, sha256, size: open.size };
    },
    abandon: async (id) => {
      if (!opened.has(id)) return;
      const { file, temporary } = take(id);
      await file?.close();
      await files.remove(temporary);
    },
    place: async (ids) => {
      const batch = ids.map(take);
      await placeAll(batch);
      const folders = new Set(batch.map(({ name }) => folderOf(root, name)));
      await Promise.all([...folders].map((folder) => files.syncDir(folder)));
    },
  };
}
