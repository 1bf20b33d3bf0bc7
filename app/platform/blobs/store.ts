import path from 'node:path';
import type { Ports } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createCatalogue } from './catalogue.ts';
import { createDepot, type Depot } from './depot.ts';
import { createDepots } from './depots.ts';
import { isAbsent, readFailure } from './failure.ts';
import { blobKeys, blobName, openSealed, SEALING_BYTES } from './format.ts';
import { folderOf, segmentsOf } from './intake.ts';
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
   * Makes a batch durable: records flushed in their segment, files of their own flushed, named and their folders flushed. After it, and
   * only then, rows may say that the contents are stored. A content that is there already is stored once all the same.
   */
  commit(staged: readonly Staged[]): Promise<void>;
  /** @throws GuichetError `document.missing`, `document.damaged`; `archive.unreadable` when the archive as a whole cannot be read */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Where the bytes of a content lie, for who looks at the disk itself; `null` when they are nowhere. */
  place(sha256: string): Promise<Place | null>;
  /** Every place where bytes of a content lie, damaged ones included, for who erases it. */
  places(sha256: string): Promise<Place[]>;
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
  const catalogue = createCatalogue(segmentsOf(root), keys, files);
  let counter = 0;

  /** Every place of a content, the likeliest first; the disk is looked at anew once those known are used up. */
  async function* placesOf(name: string): AsyncGenerator<Place> {
    const known = await catalogue.known(name);
    yield* known;
    const file = pathOf(name);
    const facts = await files.stat(file).catch(() => null);
    if (facts) yield { file, at: 0, length: facts.size };
    for (const place of await catalogue.again(name)) {
      if (!known.some((each) => each.file === place.file && each.at === place.at)) yield place;
    }
  }
  /** A folder that is not there at all is a disk that was taken away, not a document that was lost. */
  const missing = async (): Promise<GuichetError> =>
    new GuichetError((await files.exists(root)) ? 'document.missing' : 'archive.unreadable', { retryable: true, action: 'retry' });
  const bytesAt = ({ file, at, length }: Place): Promise<Uint8Array> =>
    files.readAt(file, at, length).catch(async (error: unknown) => {
      throw isAbsent(error) ? await missing() : readFailure(error);
    });

  const isSound = async (sha256: string, place: Place): Promise<boolean> => {
    try {
      openSealed(await bytesAt(place), sha256, keys);
      return true;
    } catch {
      return false;
    }
  };
  /** What need not be stored again is dropped: contents that are there and can be read, and all but one of the same in a batch. */
  const newContents = async (staged: readonly Staged[]): Promise<readonly Staged[]> => {
    const names = new Set<string>();
    const fresh: Staged[] = [];
    for (const each of staged) {
      const [known] = names.has(each.name) ? [] : await catalogue.known(each.name);
      const isStored = names.has(each.name) || (known !== undefined && (await isSound(each.sha256, known)));
      names.add(each.name);
      if (isStored) await each.depot.abandon(each.id);
      else fresh.push(each);
    }
    return fresh;
  };

  return {
    open: async () => {
      await files.ensureDir(incoming);
      await files.ensureDir(segmentsOf(root));
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
      const fresh = await newContents(staged);
      const byDepot = new Map<Depot, number[]>();
      for (const { depot, id } of fresh) byDepot.set(depot, [...(byDepot.get(depot) ?? []), id]);
      // All of them come to an end before one that failed is told.
      const ends = await Promise.allSettled([...byDepot].map(([depot, ids]) => depot.place(ids)));
      for (const end of ends) if (end.status === 'fulfilled') catalogue.add(end.value);
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
    read: async (sha256) => {
      const name = blobName(sha256, keys);
      let failure: GuichetError | null = null;
      for await (const place of placesOf(name)) {
        try {
          return openSealed(await bytesAt(place), sha256, keys);
        } catch (error) {
          // A damaged one may have been stored again elsewhere.
          if (!(error instanceof GuichetError) || error.code === 'archive.unreadable') throw error;
          failure ??= error;
        }
      }
      throw failure ?? (await missing());
    },
    place: async (sha256) => (await placesOf(blobName(sha256, keys)).next()).value ?? null,
    places: async (sha256) => {
      const found: Place[] = [];
      for await (const place of placesOf(blobName(sha256, keys))) found.push(place);
      return found;
    },
    close: () => depots.close(),
  };
}
