import path from 'node:path';
import type { Files, Random } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { blobKeys, blobName, openSealed } from './format.ts';
import { type BlobWriter, createBlobWriter, type Staged } from './writer.ts';

export interface BlobStore {
  /** Makes the folders and removes what an ended process left half written. */
  open(): Promise<void>;
  writer(): BlobWriter;
  /**
   * Makes a batch durable: contents flushed side by side, then renamed, then the folders flushed. After it, and only then, rows may say
   * that the contents are stored. A content that is there already is stored once all the same.
   */
  commit(staged: readonly Staged[]): Promise<void>;
  /** @throws GuichetError `document.missing`, `document.damaged` */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Folders by the first digit of the name: few enough to flush in every batch, enough to keep each listing short. */
const SHARDS = [...'0123456789abcdef'];

/** @param secrets two keys of 32 bytes: one wraps the key of each file, one makes the files' names */
export function createBlobStore(
  root: string,
  secrets: { readonly archive: Uint8Array; readonly archiveNames: Uint8Array },
  files: Files,
  random: Random,
): BlobStore {
  const keys = blobKeys(secrets);
  const incoming = path.join(root, 'incoming');
  const folderOf = (name: string): string => path.join(root, name.slice(0, 1));
  const pathOf = (name: string): string => path.join(folderOf(name), name);
  let counter = 0;

  const place = async (staged: Staged): Promise<void> => {
    await staged.file.sync();
    await staged.file.close();
    // The same content under the same name: the newer copy takes the place of the older, which may be the damaged one.
    await files.rename(staged.temporary, pathOf(staged.name));
  };

  return {
    open: async () => {
      await files.ensureDir(incoming);
      await Promise.all(SHARDS.map((shard) => files.ensureDir(path.join(root, shard))));
      for (const name of await files.list(incoming)) await files.remove(path.join(incoming, name));
      await files.syncDir(root);
    },
    writer: () => {
      counter += 1;
      return createBlobWriter(files, random, keys, path.join(incoming, `${counter}-${Buffer.from(random.bytes(6)).toString('hex')}`));
    },
    commit: async (staged) => {
      await Promise.all(staged.map(place));
      const folders = new Set(staged.map(({ name }) => folderOf(name)));
      await Promise.all([...folders].map((folder) => files.syncDir(folder)));
    },
    read: async (sha256) => {
      const file = pathOf(blobName(sha256, keys));
      if (!(await files.exists(file))) throw new GuichetError('document.missing', { retryable: true, action: 'retry' });
      return openSealed(await files.read(file), sha256, keys);
    },
  };
}
