import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { type ConnectionPorts, connectionOf } from './connection.ts';
import { shapeOf } from './disk-shape.ts';
import { openingError } from './failure.ts';
import { inspect } from './inspect.ts';
import { keepKeyCheck, unlock } from './key.ts';
import { migrate } from './migrate.ts';
import type { Database, Migration } from './statement.ts';

/** How long somebody else may hold the database before it is called busy. */
const WAIT_MS = 5000;

export interface OpenOptions extends ConnectionPorts {
  readonly path: string;
  /** 32 bytes, used as they are. */
  readonly key: Uint8Array;
  readonly migrations: readonly Migration[];
  /** `FULL`: a committed row survives a power cut. `NORMAL`: for what can be rebuilt. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Path of the addon where the shipped one does not load. */
  readonly nativeBinding?: string | undefined;
  /** Milliseconds to wait for another process, at each statement; 5 seconds when left out. */
  readonly waitMs?: number | undefined;
}

/**
 * Opens, or makes, an encrypted database and brings its schema up to date. Never deletes or overwrites anything, and writes nothing before
 * the files were judged.
 * @throws GuichetError `db.missing` when there was one and its file is gone, `db.blanked` when its beginning is zeros, `db.cutShort`
 *   (`bytes`, and `expected` where known), `db.damaged` for any other harm, `db.wrongKey`, `db.newer` (`step`, `steps`), `db.busy`, `db.diskFull`
 */
export function openDatabase(options: OpenOptions): Database {
  const { path: file, key, nativeBinding, waitMs = WAIT_MS } = options;
  let raw: Sqlite.Database | null = null;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (shapeOf(file) === 'there') inspect({ path: file, key, waitMs, nativeBinding });
    raw = new Sqlite(file, { timeout: waitMs, ...(nativeBinding ? { nativeBinding } : {}) });
    unlock(raw, key);
    raw.pragma('journal_mode = WAL');
    raw.pragma(`synchronous = ${options.synchronous}`);
    raw.pragma('foreign_keys = ON');
    raw.pragma('cache_size = -16000');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('wal_checkpoint(PASSIVE)');
    migrate(raw, options.migrations, options.clock.now());
    keepKeyCheck(file, key);
    return connectionOf(raw, options);
  } catch (error) {
    raw?.close();
    throw openingError(error);
  }
}

/** For a database that can be rebuilt from another; never for one that holds anything of its own. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.check']) rmSync(`${file}${suffix}`, { force: true });
}
