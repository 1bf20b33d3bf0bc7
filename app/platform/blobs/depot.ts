import type { Files } from '#app/core/ports.ts';
import { createAloneDepot } from './depot-alone.ts';
import { createRecordDepot } from './depot-records.ts';
import type { BlobKeys } from './format.ts';
import { type Intake, type Sealed, segmentsOf } from './intake.ts';
import type { Placed } from './segment-writer.ts';

/**
 * Hashing, encrypting and writing: the part of the archive's work that needs neither the database nor the network. Bytes given are given
 * away; the caller no longer has them.
 */
export interface Depot {
  append(intake: Intake, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The last bytes of a content. It is sealed, not yet flushed, and not yet where it can be found. */
  finish(intake: Intake, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed>;
  /** Drops a content that is not to be placed. */
  abandon(id: number): Promise<void>;
  /**
   * Flushes finished contents and answers where those lie that are records; the others have files of their own names then, their folders
   * flushed. None of the ids is known afterwards, also when it fails.
   */
  place(ids: readonly number[]): Promise<readonly Placed[]>;
  /** Closes what is open, with nothing under way. */
  close(): Promise<void>;
}

/**
 * A content that comes in one piece becomes a record of a segment; one that comes in several is large and gets a file of its own.
 * @throws GuichetError `archive.diskFull`, `archive.readOnly` from every call that writes; nothing half written counts then
 */
export function createDepot(root: string, keys: BlobKeys, files: Files): Depot {
  const alone = createAloneDepot(root, keys, files);
  const records = createRecordDepot(segmentsOf(root), keys, files);
  return {
    append: alone.append,
    finish: (intake, bytes) => (alone.has(intake.id) ? alone.finish(intake, bytes) : records.finish(intake, bytes)),
    abandon: async (id) => {
      if (alone.has(id)) await alone.abandon(id);
      else records.abandon(id);
    },
    place: async (ids) => {
      const own = ids.filter((id) => alone.has(id));
      const others = ids.filter((id) => !alone.has(id));
      // Both come to an end before one that failed is told.
      const [placed, ...rest] = await Promise.allSettled([records.place(others), alone.place(own)]);
      for (const end of [placed, ...rest]) if (end.status === 'rejected') throw end.reason;
      return placed.status === 'fulfilled' ? placed.value : [];
    },
    close: records.close,
  };
}
