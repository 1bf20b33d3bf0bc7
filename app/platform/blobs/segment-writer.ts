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

interface Open {
  readonly name: string;
  readonly file: FileWriter;
  readonly placed: Placed[];
  size: number;
  isNamed: boolean;
}

/**
 * Appends records to a segment of its own, begun anew when it is full, after a failure, and by each process: no segment is ever written to
 * by two, and none is changed after it was closed.
 */
export interface SegmentWriter {
  /** Written, not yet flushed. @param name what a segment is called if this record begins one */
  append(records: readonly NewRecord[], name: string): Promise<readonly Placed[]>;
  /** Flushes what was appended before. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export function createSegmentWriter(folder: string, keys: BlobKeys, files: Files): SegmentWriter {
  let open: Open | null = null;
  /** Full ones whose last records may not have been flushed. */
  let full: Open[] = [];

  const begin = async (name: string): Promise<Open> => ({
    name: `${name}${SEGMENT_ENDING}`,
    file: await files.create(path.join(folder, `${name}${SEGMENT_ENDING}`)),
    placed: [],
    size: 0,
    isNamed: false,
  });

  /** The index is a convenience: whoever does not find it whole reads the headers of the records instead, so it is not flushed. */
  const seal = async ({ name, file, placed }: Open): Promise<void> => {
    await file.close();
    const index = await files.create(path.join(folder, name.replace(SEGMENT_ENDING, INDEX_ENDING)));
    try {
      await index.write([encodeIndex(placed, keys)]);
    } finally {
      await index.close();
    }
  };

  const drop = async (): Promise<void> => {
    const dropped = [...full, ...(open ? [open] : [])];
    open = null;
    full = [];
    for (const { file } of dropped) await file.close().catch(() => undefined);
  };

  const flush = async (segment: Open): Promise<void> => {
    await segment.file.sync();
    if (segment.isNamed) return;
    await files.syncDir(folder);
    segment.isNamed = true;
  };

  return {
    append: async (records, name) => {
      try {
        open ??= await begin(name);
        const target = open;
        let at = target.size;
        const placed = records.map((record) => {
          const place = { name: record.name, segment: target.name, at, length: record.length };
          at += record.length;
          return place;
        });
        await target.file.write(records.flatMap(({ pieces }) => pieces));
        target.size = at;
        for (const place of placed) target.placed.push(place);
        if (at >= FULL) {
          full.push(target);
          open = null;
        }
        return placed;
      } catch (error) {
        // What lies half written at its end is passed over by whoever reads it; nothing may be put behind it.
        await drop();
        throw error;
      }
    },
    sync: async () => {
      try {
        const ended = full;
        full = [];
        await Promise.all([...ended, ...(open ? [open] : [])].map(flush));
        for (const segment of ended) await seal(segment);
      } catch (error) {
        await drop();
        throw error;
      }
    },
    close: async () => {
      const last = open;
      await Promise.all(full.map(({ file }) => file.close()));
      open = null;
      full = [];
      if (last) await seal(last);
    },
  };
}
