import path from 'node:path';
import type { Ports } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createDepot, type Depot, folderOf } from './depot.ts';
import { createDepots } from './depots.ts';
import { readFailure } from './failure.ts';
import { blobKeys, blobName, openSealed, SEALING_BYTES } from './format.ts';
import type { Secrets } from './messages.ts';
import { createThreadDepot } from './thread-depot.ts';
import { type BlobWriter, createBlobWriter, type Staged } from './writer.ts';

export interface Place {
  readonly file: string;
  readonly at: number;
  readonly length: number;
}

export interface BlobStore {
  /** Makes the folders. */
  open(): Promise<void>;
  /** Removes what an ended process left half written; only for who knows that no other process of the profile is writing. */
  sweep(): Promise<void>;
  /** So many contents are about to come in, as fast as they can: time to get help. */
  expect(count: number): void;
  writer(): BlobWriter;
  /**
   * Makes a batch durable: contents flushed side by side, then renamed, then the folders flushed. After it, and only then, rows may say
   * that the contents are stored. A content that is there already is stored once all the same.
   */
  commit(staged: readonly Staged[]): Promise<void>;
  /** @throws GuichetError `document.missing`, `document.damaged`; `archive.unreadable` when the archive as a whole cannot be read */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Where the bytes of a content lie, for who looks at the disk itself; `null` when they are nowhere. */
  place(sha256: string): Promise<Place | null>;
  /** Ends the thread that may be at work; to be called when nothing is under way. */
  close(): Promise<void>;
}

const SHARDS = [...'0123456789abcdef'];

type StorePorts = Pick<Ports, 'files' | 'random' | 'timers' | 'startThread'>;

export function createBlobStore(root: string, secrets: Secrets, { files, random, timers, startThread }: StorePorts): BlobStore {
  const keys = blobKeys(secrets);
  const incoming = path.join(root, 'incoming');
  const pathOf = (name: string): string => path.join(folderOf(root, name), name);
  const start = startThread ? () => createThreadDepot(startThread('storage'), root, secrets) : null;
  const depots = createDepots(createDepot(root, keys, files), start, timers);
  let counter = 0;

  return {
    open: async () => {
      await files.ensureDir(incoming);
      await Promise.all(SHARDS.map((shard) => files.ensureDir(folderOf(root, shard))));
      await files.syncDir(root);
    },
    sweep: async () => {
      for (const name of await files.list(incoming)) await files.remove(path.join(incoming, name));
    },
    expect: depots.expect,
    writer: () => {
      counter += 1;
      const temporary = path.join(incoming, `${counter}-${Buffer.from(random.bytes(6)).toString('hex')}`);
      return createBlobWriter(depots.pick, { id: counter, temporary, entropy: random.bytes(SEALING_BYTES) });
    },
    commit: async (staged) => {
      const byDepot = new Map<Depot, number[]>();
      for (const { depot, id } of staged) byDepot.set(depot, [...(byDepot.get(depot) ?? []), id]);
      await Promise.all([...byDepot].map(([depot, ids]) => depot.place(ids)));
    },
    read: async (sha256) => {
      const file = pathOf(blobName(sha256, keys));
      if (!(await files.exists(file))) {
        // A folder that is not there at all is a disk that was taken away, not a document that was lost.
        if (!(await files.exists(root))) throw new GuichetError('archive.unreadable', { retryable: true, action: 'retry' });
        throw new GuichetError('document.missing', { retryable: true, action: 'retry' });
      }
      const sealed = await files.read(file).catch((error: unknown) => {
        throw readFailure(error);
      });
      return openSealed(sealed, sha256, keys);
    },
    place: async (sha256) => {
      const file = pathOf(blobName(sha256, keys));
      const facts = await files.stat(file);
      return facts && { file, at: 0, length: facts.size };
    },
    close: () => depots.close(),
  };
}
