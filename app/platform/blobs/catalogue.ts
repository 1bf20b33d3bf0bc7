import path from 'node:path';
import type { Files } from '#app/core/ports.ts';
import { type BlobKeys, RECORD_HEADER, RECORD_START, readRecordHeader } from './format.ts';
import { createPlaceTable } from './place-table.ts';
import { decodeIndex } from './segment-index.ts';
import { INDEX_ENDING, type Placed, SEGMENT_ENDING } from './segment-writer.ts';

/** Read at once while looking for the next whole record behind a damaged header. */
const STRIDE = 1024 * 1024;

export interface Segmented {
  readonly file: string;
  readonly at: number;
  readonly length: number;
}

/** Which segment holds which content, as this process knows it. Rebuilt from the segments alone. */
export interface Catalogue {
  /** Places of a content, newest first. */
  known(name: string): Promise<Segmented[]>;
  /** The same after a new look at the disk: another process of the profile may have written it. */
  again(name: string): Promise<Segmented[]>;
  add(placed: readonly Placed[]): void;
}

interface Known {
  readonly number: number;
  readonly name: string;
  /** Up to here its records are in the table. */
  read: number;
  /** It will not grow any more. */
  closed: boolean;
}

export function createCatalogue(folder: string, keys: BlobKeys, files: Files): Catalogue {
  const table = createPlaceTable();
  const segments: Known[] = [];
  const byName = new Map<string, Known>();
  const own = new Set<string>();
  let loading: Promise<void> | null = null;
  let isLoaded = false;

  const segmentOf = (name: string): Known => {
    let known = byName.get(name);
    if (!known) {
      known = { number: segments.length, name, read: 0, closed: false };
      segments.push(known);
      byName.set(name, known);
    }
    return known;
  };

  /** The place of the next whole header at or behind `from`; `size` when there is none. */
  const nextHeader = async (file: string, from: number, size: number): Promise<number> => {
    for (let at = from; at < size; at += STRIDE) {
      const bytes = Buffer.from(await files.readAt(file, at, Math.min(STRIDE + RECORD_HEADER, size - at)));
      for (let found = bytes.indexOf(RECORD_START); found >= 0 && found < STRIDE; found = bytes.indexOf(RECORD_START, found + 1)) {
        if (readRecordHeader(bytes.subarray(found, found + RECORD_HEADER), keys)) return at + found;
      }
    }
    return size;
  };

  /** From header to header. A damaged one costs its own record; what is cut off at the end is none. */
  const scan = async (known: Known, file: string, size: number): Promise<void> => {
    let at = known.read;
    while (at + RECORD_HEADER <= size) {
      const header = readRecordHeader(await files.readAt(file, at, RECORD_HEADER), keys);
      if (!header) {
        const next = await nextHeader(file, at + 1, size);
        if (next >= size) break;
        at = next;
        continue;
      }
      if (at + header.length > size) break;
      table.add(header.name, { segment: known.number, at, length: header.length });
      at += header.length;
      known.read = at;
    }
  };

  const readSegment = async (name: string): Promise<void> => {
    const known = segmentOf(name);
    if (known.closed) return;
    const file = path.join(folder, name);
    const indexFile = file.replace(SEGMENT_ENDING, INDEX_ENDING);
    const index = known.read === 0 && (await files.exists(indexFile)) ? decodeIndex(await files.read(indexFile), keys) : null;
    if (index) {
      for (const { name: content, at, length } of index) table.add(content, { segment: known.number, at, length });
      known.closed = true;
      return;
    }
    const size = (await files.stat(file))?.size ?? 0;
    if (size > known.read) await scan(known, file, size);
  };

  const load = async (): Promise<void> => {
    const names = (await files.list(folder)).filter((name) => name.endsWith(SEGMENT_ENDING) && !own.has(name)).sort();
    for (const name of names) await readSegment(name);
    isLoaded = true;
  };
  /** One look at a time; who comes meanwhile shares it. */
  const look = (): Promise<void> => {
    loading ??= load().finally(() => {
      loading = null;
    });
    return loading;
  };
  const places = (name: string): Segmented[] =>
    table.find(name).map(({ segment, at, length }) => ({ file: path.join(folder, segments[segment]!.name), at, length }));

  return {
    known: async (name) => {
      if (!isLoaded) await look();
      return places(name);
    },
    again: async (name) => {
      await look();
      return places(name);
    },
    add: (placed) => {
      for (const { name, segment, at, length } of placed) {
        own.add(segment);
        table.add(name, { segment: segmentOf(segment).number, at, length });
      }
    },
  };
}
