import { crc32, createDeflateRaw } from 'node:zlib';

/** Where the bytes of a file go, in their order. */
export interface Sink {
  write(chunks: readonly Uint8Array[]): Promise<void>;
}

/**
 * A zip as it is written: one entry at a time, nothing kept but its directory. Contents with a known length are stored with their sum before
 * them, which every reader takes; longer directories and distances use the 64-bit records of the format (PKWARE APPNOTE 6.3.x, sections
 * 4.3.14 to 4.5.3), so neither 65,535 files nor 4 GB are a limit.
 */
export interface Zip {
  /** As it is: documents are compressed already. @param day `2026-11-20`, the file's date */
  store(name: string, bytes: Uint8Array, day: string): Promise<void>;
  /** Compressed while `fill` gives it, for contents of unknown length up to 4 GB. @throws what `fill` throws */
  deflate(name: string, fill: (sink: Sink) => Promise<unknown>, day: string): Promise<void>;
  /** Writes the directory. @returns the size of the whole */
  end(): Promise<number>;
}

const MAX16 = 0xffff;
const MAX32 = 0xffffffff;
const UTF8_NAME = 0x0800;
const SUM_BEHIND = 0x0008;
const STORED = 0;
const DEFLATED = 8;
/** A plain file that its owner may write and others read, as Unix says it. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;
const MADE_BY_UNIX = 0x031e;

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly flags: number;
  readonly date: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

type Field = readonly [value: number, bytes: 2 | 4 | 8];

/** Little-endian numbers one behind the other. */
function record(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

function dosDate(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return year < 1980 ? 0x21 : ((year - 1980) << 9) | (month << 5) | date;
}

/** @param from bytes that stand before the first entry; for tests of far distances */
export function createZip(sink: Sink, from = 0): Zip {
  const entries: Entry[] = [];
  let position = from;

  const write = async (...chunks: readonly Uint8Array[]): Promise<void> => {
    await sink.write(chunks);
    for (const chunk of chunks) position += chunk.byteLength;
  };

  const localHeader = ({ name, method, flags, date, crc, packed, size }: Omit<Entry, 'offset'>): Buffer =>
    Buffer.concat([
      record(
        [0x04034b50, 4],
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 2],
        [date, 2],
        [crc, 4],
        [packed, 4],
        [size, 4],
        [name.length, 2],
        [0, 2],
      ),
      name,
    ]);

  const directoryEntry = ({ name, method, flags, date, crc, packed, size, offset }: Entry): Buffer => {
    const isFar = offset >= MAX32;
    const extra = isFar ? record([0x0001, 2], [8, 2], [offset, 8]) : Buffer.alloc(0);
    return Buffer.concat([
      record([0x02014b50, 4], [MADE_BY_UNIX, 2], [isFar ? 45 : 20, 2], [flags, 2], [method, 2], [0, 2], [date, 2], [crc, 4], [packed, 4]),
      record([size, 4], [name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [ATTRIBUTES, 4], [isFar ? MAX32 : offset, 4]),
      name,
      extra,
    ]);
  };

  const end64 = (start: number, size: number): Buffer =>
    Buffer.concat([
      record(
        [0x06064b50, 4],
        [44, 8],
        [MADE_BY_UNIX, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [entries.length, 8],
        [entries.length, 8],
        [size, 8],
        [start, 8],
      ),
      record([0x07064b50, 4], [0, 4], [start + size, 8], [1, 4]),
    ]);

  return {
    store: async (name, bytes, day) => {
      const size = bytes.byteLength;
      const named = { name: Buffer.from(name, 'utf8'), method: STORED, flags: UTF8_NAME, date: dosDate(day) };
      const entry = { ...named, crc: crc32(bytes), packed: size, size };
      entries.push({ ...entry, offset: position });
      await write(localHeader(entry), bytes);
    },
    deflate: async (name, fill, day) => {
      const named = { name: Buffer.from(name, 'utf8'), method: DEFLATED, flags: UTF8_NAME | SUM_BEHIND, date: dosDate(day) };
      const offset = position;
      await write(localHeader({ ...named, crc: 0, packed: 0, size: 0 }));
      const start = position;
      let crc = 0;
      let size = 0;
      // Its own threads do the work; its buffer says when to wait.
      const packer = createDeflateRaw();
      const pack = async (chunk: Uint8Array): Promise<void> => {
        crc = crc32(chunk, crc);
        size += chunk.byteLength;
        await new Promise<void>((resolve, reject) => packer.write(chunk, (error) => (error ? reject(error) : resolve())));
      };
      const packAll = async (chunks: readonly Uint8Array[]): Promise<void> => {
        for (const chunk of chunks) await pack(chunk);
      };
      const filled = fill({ write: packAll }).then(
        () => void packer.end(),
        (error: unknown) => void packer.destroy(error instanceof Error ? error : new Error('zip')),
      );
      for await (const chunk of packer) await write(chunk as Uint8Array);
      await filled;
      const packed = position - start;
      if (size > MAX32 || packed > MAX32) throw new RangeError('a compressed entry of a zip is too long');
      await write(record([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4]));
      entries.push({ ...named, crc, packed, size, offset });
    },
    end: async () => {
      const start = position;
      for (let first = 0; first < entries.length; first += 1000) {
        await write(...entries.slice(first, first + 1000).map(directoryEntry));
      }
      const size = position - start;
      const isLong = entries.length >= MAX16 || size >= MAX32 || start >= MAX32;
      if (isLong) await write(end64(start, size));
      const count = Math.min(entries.length, MAX16);
      await write(
        record([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [Math.min(size, MAX32), 4], [Math.min(start, MAX32), 4], [0, 2]),
      );
      return position - from;
    },
  };
}
