import path from 'node:path';
import type { Files, FileWriter } from '#app/core/ports.ts';
import type { BlobKeys } from './format.ts';
import { encodeIndex } from './segment-index.ts';

/** Large enough to be few, small enough to be copied, backed up and read through in a moment. */
const FULL = 64 * 1024 * 1024;
export const SEGMENT_ENDING = '.seg';
export const INDEX_ENDING = '.idx';

/** Where a record lies. */
export interface Placed {
  /** Name of the content. */
  readonly name: string;
  /** File name of the segment. */
  readonly segment: string;
  readonly at: number;
  readonly length: number;
}

export interface NewRecord {
  readonly name: string;
  readonly pieces: readonly Uint8Array[];
  readonly length: number;
}

interface Segment {
  readonly name: string;
  readonly file: FileWriter;
  readonly placed: Placed[];
  size: number;
  /** Its name is on the disk. */
  isNamed: boolean;
  flushing: number;
  state: 'open' | 'full' | 'closed';
  /** Why what it holds beyond earlier flushes cannot be relied on. */
  failure: unknown;
}

/**
 * Appends records to segments of its own, begun anew when one is full, after a failure, and by each process: no segment is ever written to
 * by two, and none is changed after it was closed.
 */
export interface SegmentWriter {
  /** Written, not yet flushed. @param name what a segment is called if these records begin one */
  append(records: readonly NewRecord[], name: string): Promise<readonly Placed[]>;
  /** Flushes all that was appended to these segments before. */
  sync(segments: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** One is written to while the other is flushed, since a file that is being flushed makes its writers wait. */
const SIDE_BY_SIDE = 2;

export function createSegmentWriter(folder: string, keys: BlobKeys, files: Files): SegmentWriter {
  const all = new Map<string, Segment>();
  const opened = (): Segment[] => [...all.values()].filter(({ state }) => state === 'open');

  const begin = async (name: string): Promise<Segment> => {
    const fileName = `${name}${SEGMENT_ENDING}`;
    const file = await files.create(path.join(folder, fileName));
    const segment: Segment = { name: fileName, file, placed: [], size: 0, isNamed: false, flushing: 0, state: 'open', failure: null };
    all.set(fileName, segment);
    return segment;
  };

  const target = async (name: string): Promise<Segment> => {
    const open = opened();
    const free = open.find(({ flushing }) => flushing === 0);
    if (free) return free;
    return open.length < SIDE_BY_SIDE ? begin(name) : open[0]!;
  };

  /** The index is a convenience: whoever does not find it whole reads the headers of the records instead, so it is not flushed. */
  const seal = async (segment: Segment): Promise<void> => {
    if (segment.state === 'closed') return;
    segment.state = 'closed';
    await segment.file.close();
    const index = await files.create(path.join(folder, segment.name.replace(SEGMENT_ENDING, INDEX_ENDING)));
    try {
      await index.write([encodeIndex(segment.placed, keys)]);
    } finally {
      await index.close();
    }
  };

  /** Nothing may be put behind what lies half written; whoever reads passes over it. */
  const fail = async (segment: Segment, error: unknown): Promise<void> => {
    segment.failure ??= error;
    if (segment.state === 'closed') return;
    segment.state = 'closed';
    await segment.file.close().catch(() => undefined);
  };

  const flush = async (segment: Segment): Promise<void> => {
    if (segment.failure !== null) throw segment.failure;
    // A closed one was flushed after its last record.
    if (segment.state === 'closed') return;
    const wasFull = segment.state === 'full';
    segment.flushing += 1;
    try {
      await segment.file.sync();
      if (!segment.isNamed) await files.syncDir(folder);
      segment.isNamed = true;
    } catch (error) {
      await fail(segment, error);
      throw error;
    } finally {
      segment.flushing -= 1;
    }
    if (wasFull && segment.flushing === 0) await seal(segment);
  };

  return {
    append: async (records, name) => {
      const segment = await target(name);
      let at = segment.size;
      const placed = records.map((record) => {
        const place = { name: record.name, segment: segment.name, at, length: record.length };
        at += record.length;
        return place;
      });
      try {
        await segment.file.write(records.flatMap(({ pieces }) => pieces));
      } catch (error) {
        await fail(segment, error);
        throw error;
      }
      segment.size = at;
      for (const place of placed) segment.placed.push(place);
      if (at >= FULL) segment.state = 'full';
      return placed;
    },
    sync: async (segments) => {
      const ends = await Promise.allSettled([...segments].flatMap((name) => all.get(name) ?? []).map(flush));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
    close: async () => {
      for (const segment of all.values()) await seal(segment);
      all.clear();
    },
  };
}
