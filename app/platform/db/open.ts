import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { GuichetError } from '#shared/domain/errors.ts';
import { type ConnectionPorts, connectionOf } from './connection.ts';
import { databaseError, isUnreadable } from './failure.ts';
import { migrate } from './migrate.ts';
import type { Database, Migration } from './statement.ts';

export interface OpenOptions extends ConnectionPorts {
  readonly path: string;
  /** 32 bytes, used as they are. */
  readonly key: Uint8Array;
  readonly migrations: readonly Migration[];
  /** `FULL`: a committed row survives a power cut. `NORMAL`: for what can be rebuilt. */
  readonly synchronous: 'FULL' | 'NORMAL';
  /** Path of the addon where the shipped one does not load. */
  readonly nativeBinding?: string | undefined;
}

/**
 * Opens, or makes, an encrypted database and brings its schema up to date. Never deletes or overwrites anything.
 * @throws GuichetError `db.wrongKey`, `db.damaged`, `db.newer`, `db.busy`, `db.diskFull`
 */
export function openDatabase(options: OpenOptions): Database {
  mkdirSync(path.dirname(options.path), { recursive: true });
  const existed = existsSync(options.path) && statSync(options.path).size > 0;
  if (existed && keyMatches(options) === false) throw new GuichetError('db.wrongKey');
  // A journal left behind tells of a process that did not end properly; only then is the whole file worth reading.
  const unclean = existed && sizeOf(`${options.path}-wal`) > 0;
  const raw = new Sqlite(options.path, { timeout: 5000, ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}) });
  try {
    unlock(raw, options.key);
    raw.pragma('journal_mode = WAL');
    raw.pragma(`synchronous = ${options.synchronous}`);
    raw.pragma('foreign_keys = ON');
    raw.pragma('cache_size = -16000');
    raw.pragma('temp_store = MEMORY');
    if (existed) verify(raw, options.path, unclean);
    migrate(raw, options.migrations, options.clock.now());
    if (!existsSync(checkPath(options.path))) writeFileSync(checkPath(options.path), keyCheck(options.key));
    return connectionOf(raw, options);
  } catch (error) {
    raw.close();
    if (isUnreadable(error) && keyMatches(options) === null) throw new GuichetError('db.wrongKey', { cause: error });
    throw databaseError(error, 'open');
  }
}

/** AEGIS-256: authenticated per page and the fastest of the fork's ciphers on processors with AES instructions. */
export function unlock(raw: Sqlite.Database, key: Uint8Array): void {
  raw.pragma("cipher = 'aegis'");
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
}

function verify(raw: Sqlite.Database, file: string, thorough: boolean): void {
  raw.prepare('SELECT count(*) FROM sqlite_master').get();
  const pages = Number(raw.pragma('page_count', { simple: true }));
  const pageSize = Number(raw.pragma('page_size', { simple: true }));
  raw.pragma('wal_checkpoint(PASSIVE)');
  if (sizeOf(file) + sizeOf(`${file}-wal`) < pages * pageSize) throw new GuichetError('db.damaged', { params: { statement: 'size' } });
  if (!thorough) return;
  const answer = raw.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new GuichetError('db.damaged', { params: { statement: 'quick_check' } });
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);
const checkPath = (file: string): string => `${file}.check`;
const keyCheck = (key: Uint8Array): Buffer => createHmac('sha256', key).update('guichet key check').digest();

/**
 * A wrong key and a damaged first page look the same to SQLite; this file beside the database tells them apart without weakening the key.
 * `null` when it is missing.
 */
function keyMatches(options: OpenOptions): boolean | null {
  if (!existsSync(checkPath(options.path))) return null;
  const stored = readFileSync(checkPath(options.path));
  const expected = keyCheck(options.key);
  return stored.length === expected.length ? timingSafeEqual(stored, expected) : null;
}

/** For a database that can be rebuilt from another; never for one that holds anything of its own. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '.check']) rmSync(`${file}${suffix}`, { force: true });
}
