import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type Sqlite from 'better-sqlite3';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Migration } from './statement.ts';

const TABLE = 'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID';

/**
 * Brings the schema up to date: each missing step in a transaction of its own, after a copy of the file as it was.
 * @param now epoch milliseconds, for the copy's name
 * @returns the names of the steps applied
 * @throws GuichetError `db.newer` when the database knows steps this version does not (`step`: one of them, `steps`: all, with spaces between);
 *   nothing is changed then
 */
export function migrate(raw: Sqlite.Database, migrations: readonly Migration[], now: number): readonly string[] {
  const fresh = raw.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'migration'").pluck().get() === 0;
  const done = new Set(fresh ? [] : (raw.prepare('SELECT name FROM migration').pluck().all() as string[]));
  const known = new Set(migrations.map((migration) => migration.name));
  const [step, ...others] = [...done].filter((name) => !known.has(name));
  if (step !== undefined) throw new GuichetError('db.newer', { params: { step, steps: [step, ...others].join(' ') } });
  const pending = migrations.filter((migration) => !done.has(migration.name));
  if (pending.length === 0) return [];
  if (!fresh) backUp(raw, now);
  for (const migration of pending) {
    raw
      .transaction(() => {
        raw.exec(TABLE);
        raw.exec(migration.sql);
        raw.prepare('INSERT INTO migration (name, at) VALUES (?, ?)').run(migration.name, now);
      })
      .immediate();
  }
  return pending.map((migration) => migration.name);
}

/** A plain copy of the file after a full checkpoint: encrypted with the same key, and openable by the version that wrote it. */
function backUp(raw: Sqlite.Database, now: number): void {
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const folder = path.join(path.dirname(raw.name), 'backups');
  mkdirSync(folder, { recursive: true });
  copyFileSync(raw.name, path.join(folder, `${path.basename(raw.name, '.db')}-before-${now}.db`));
}
