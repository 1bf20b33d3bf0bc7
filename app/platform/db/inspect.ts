import Sqlite from 'better-sqlite3';
import { GuichetError } from '#shared/domain/errors.ts';
import { cutShort, lacksPages, sizeOf, walOf } from './disk-shape.ts';
import { isUnreadable } from './failure.ts';
import { keyMatches, unlock } from './key.ts';

export interface InspectOptions {
  readonly path: string;
  readonly key: Uint8Array;
  readonly waitMs: number;
  readonly nativeBinding?: string | undefined;
}

/** Reading the header of a cut database takes all that is left of it into memory. */
const MOST_IN_MEMORY = 128 * 1024 * 1024;
const PAGE_COUNT_AT = 28;

/**
 * Judges a database that is there through a connection that cannot write: one that can would put its journal into the file and throw it
 * away when it closes, whatever state the file is in.
 * @throws GuichetError `db.wrongKey`, `db.cutShort`, `db.damaged`; what SQLite throws otherwise
 */
export function inspect({ path, key, waitMs, nativeBinding }: InspectOptions): void {
  const matches = keyMatches(path, key);
  if (matches === false) throw new GuichetError('db.wrongKey');
  // A journal left behind tells of a process that did not end properly; only then is the whole file worth reading.
  const unclean = sizeOf(walOf(path)) > 0;
  // Left by the very first opening alone, and only a writer may take it back.
  const readonly = sizeOf(`${path}-journal`) === 0;
  const raw = new Sqlite(path, { readonly, fileMustExist: true, timeout: waitMs, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    unlock(raw, key);
    // One state for all that follows: another process that writes keeps its journal as it is meanwhile.
    raw.exec('BEGIN');
    try {
      readSchema(raw);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      const isCut = opensWhenCut(raw);
      const [bytes, expected] = [sizeOf(path), expectedBytes(raw, path)];
      // So short that not even the schema is left, which opens for nobody: then the header alone tells.
      if (isCut || (expected !== undefined && expected > bytes)) throw cutShort(bytes, expected);
      throw matches === null ? new GuichetError('db.wrongKey', { cause: error }) : error;
    }
    const pages = Number(raw.pragma('page_count', { simple: true }));
    const pageBytes = pageSize(raw);
    if (lacksPages(path, pages, pageBytes)) throw cutShort(sizeOf(path), pages * pageBytes);
    if (unclean && raw.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new GuichetError('db.damaged', { params: { statement: 'quick_check' } });
  } finally {
    raw.close();
  }
}

const readSchema = (raw: Sqlite.Database): unknown => raw.prepare('SELECT count(*) FROM sqlite_master').get();
const pageSize = (raw: Sqlite.Database): number => Number(raw.pragma('page_size', { simple: true }));

/**
 * SQLite refuses a file shorter than its header says as corrupt, unless somebody is about to mend it: what opens then, and only then, is
 * cut short.
 */
function opensWhenCut(raw: Sqlite.Database): boolean {
  try {
    raw.unsafeMode(true);
    raw.pragma('writable_schema = ON');
    readSchema(raw);
    return true;
  } catch {
    return false;
  }
}

/** What the header says, where it can be told. */
function expectedBytes(raw: Sqlite.Database, path: string): number | undefined {
  try {
    return sizeOf(path) <= MOST_IN_MEMORY ? raw.serialize().readUInt32BE(PAGE_COUNT_AT) * pageSize(raw) : undefined;
  } catch {
    return undefined;
  }
}
