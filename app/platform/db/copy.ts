import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { databaseError } from './failure.ts';
import { unlock } from './key.ts';
import type { Query, Reader, SqlParams } from './statement.ts';

export interface CopyOptions {
  readonly path: string;
  readonly key: Uint8Array;
  readonly nativeBinding?: string | undefined;
}

/** A copy of a database that nobody writes to: opened to be read and judged, never migrated. */
export interface DatabaseCopy extends Reader {
  /** Whether SQLite finds every page and index in order. */
  isSound(): boolean;
  /** What the database says, hexadecimal: schema and all rows of all tables, whatever the pages look like. @param pause called between portions */
  digest(pause: () => Promise<void>): Promise<string>;
  close(): void;
}

/** Rows between two pauses: some ten milliseconds. */
const PORTION = 2000;

/** @throws GuichetError `db.damaged` also for a wrong key; `db.failed` when the file is not there */
export function openCopy({ path, key, nativeBinding }: CopyOptions): DatabaseCopy {
  let raw: Sqlite.Database;
  try {
    raw = new Sqlite(path, { readonly: true, fileMustExist: true, ...(nativeBinding ? { nativeBinding } : {}) });
  } catch (error) {
    throw databaseError(error, 'openCopy');
  }
  try {
    unlock(raw, key);
    raw.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    raw.close();
    throw databaseError(error, 'openCopy');
  }
  const told = <T>(name: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw databaseError(error, name);
    }
  };
  return {
    get: <Row, P extends SqlParams<P>>(query: Query<Row, P>, params: object = {}) =>
      told(query.name, () => raw.prepare(query.sql).get(params) as Row | undefined),
    all: <Row, P extends SqlParams<P>>(query: Query<Row, P>, params: object = {}) =>
      told(query.name, () => raw.prepare(query.sql).all(params) as Row[]),
    isSound: () => told('integrity', () => raw.pragma('integrity_check(1)', { simple: true }) === 'ok'),
    digest: async (pause) => {
      try {
        return await digestOf(raw, pause);
      } catch (error) {
        throw databaseError(error, 'digest');
      }
    },
    close: () => raw.close(),
  };
}

async function digestOf(raw: Sqlite.Database, pause: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const add = (text: string): void => {
    hash.update(`${Buffer.byteLength(text)}:`).update(text);
  };
  const schema = raw.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name").all();
  for (const { type, name, sql } of schema as { type: string; name: string; sql: string | null }[]) {
    add(sql ?? '');
    if (type !== 'table') continue;
    const rows = raw
      .prepare(`SELECT * FROM "${name}" ORDER BY ${orderOf(raw, name)}`)
      .raw()
      .iterate() as Iterable<unknown[]>;
    let count = 0;
    for (const row of rows) {
      for (const value of row) add(textOf(value));
      count += 1;
      if (count % PORTION === 0) await pause();
    }
    add(String(count));
  }
  return hash.digest('hex');
}

/** Rows have no order of their own: that of the primary key, else of all columns. */
function orderOf(raw: Sqlite.Database, table: string): string {
  const columns = raw.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const keyed = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  return (keyed.length > 0 ? keyed : columns).map(({ name }) => `"${name}"`).join(', ');
}

const textOf = (value: unknown): string =>
  value === null ? 'n' : Buffer.isBuffer(value) ? `b${value.toString('hex')}` : `${(typeof value)[0]}${String(value)}`;
