import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { GuichetError } from '#shared/domain/errors.ts';
import { checkPath } from './key.ts';

/** What SQLite uses when nobody says otherwise, and we never do. */
const PAGE_BYTES = 4096;
/** Of a database: its first bytes are a random salt, so that they are never all zeros. */
const HEADER_BYTES = 100;
const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

export const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
export const walOf = (file: string): string => `${file}-wal`;

export const cutShort = (bytes: number, expected?: number): GuichetError =>
  new GuichetError('db.cutShort', { params: { bytes, ...(expected === undefined ? {} : { expected }) } });

/**
 * What the files say for themselves, read without SQLite, which would take an empty file for a new database and throw its journal away.
 * @returns `new` when there is none yet
 * @throws GuichetError `db.missing`, `db.cutShort`, `db.blanked`
 */
export function shapeOf(file: string): 'new' | 'there' {
  // First those beside it: another process that makes the database now makes them later.
  const known = existsSync(checkPath(file)) || sizeOf(walOf(file)) > 0;
  if (!existsSync(file)) {
    if (known) throw new GuichetError('db.missing');
    return 'new';
  }
  const bytes = sizeOf(file);
  if (bytes === 0 && !known) return 'new';
  if (bytes < PAGE_BYTES) throw cutShort(bytes);
  if (readStart(file, HEADER_BYTES).every((byte) => byte === 0)) throw new GuichetError('db.blanked');
  return 'there';
}

/** Whether pages that the file should hold are neither in it nor in its journal. @param pages as the database counts them */
export function lacksPages(file: string, pages: number, pageBytes: number): boolean {
  const there = Math.floor(sizeOf(file) / pageBytes);
  if (there >= pages) return false;
  const waiting = pagesInWal(walOf(file), pageBytes);
  for (let page = there + 1; page <= pages; page++) if (!waiting.has(page)) return true;
  return false;
}

/** Numbers of the pages in a journal's present round; its frames' headers are not encrypted. Format: sqlite.org/fileformat2.html, section 4. */
function pagesInWal(wal: string, pageBytes: number): ReadonlySet<number> {
  const found = new Set<number>();
  const bytes = sizeOf(wal);
  if (bytes < WAL_HEADER_BYTES) return found;
  const fd = openSync(wal, 'r');
  try {
    const head = Buffer.alloc(WAL_HEADER_BYTES);
    readSync(fd, head, 0, head.length, 0);
    const salts = head.subarray(16, 24);
    const frame = Buffer.alloc(FRAME_HEADER_BYTES);
    const step = FRAME_HEADER_BYTES + pageBytes;
    for (let at = WAL_HEADER_BYTES; at + step <= bytes; at += step) {
      readSync(fd, frame, 0, frame.length, at);
      if (!frame.subarray(8, 16).equals(salts)) break;
      found.add(frame.readUInt32BE(0));
    }
  } finally {
    closeSync(fd);
  }
  return found;
}

function readStart(file: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const fd = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(fd, bytes, 0, length, 0));
  } finally {
    closeSync(fd);
  }
}
