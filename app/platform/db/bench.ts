// Prints, as one JSON line, what the same rows cost in the product's encrypted database and in a plain one. Run by `npm run bench`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { command, openDatabase, query } from './index.ts';

const ROWS = 50_000;
const PER_TRANSACTION = 500;
const READS = 50_000;
const TURNS = 5;
const SCHEMA = 'CREATE TABLE sample (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL)';
const BODY = 'a document of a client with its labels in three languages and the rest of its row '.repeat(2);

const insertSql = 'INSERT INTO sample (uuid, body, at) VALUES (@uuid, @body, @at)';
const readSql = 'SELECT id, uuid, body, at FROM sample WHERE id = @id';
const insert = command<{ uuid: string; body: string; at: number }>('bench.insert', insertSql);
const read = query<{ id: number; uuid: string }, { id: number }>('bench.read', readSql);

interface Costs {
  readonly insertMs: number;
  readonly readMs: number;
}

/** Two rows far from each other, so that pages are really fetched. */
const scattered = (i: number): number => 1 + ((i * 7919) % ROWS);

function measure(insertAll: () => void, readAll: () => void): Costs {
  const started = performance.now();
  insertAll();
  const inserted = performance.now();
  readAll();
  return { insertMs: inserted - started, readMs: performance.now() - inserted };
}

const row = (i: number) => ({ uuid: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`, body: BODY, at: i });

function encrypted(folder: string): Costs {
  const clock = { now: () => Date.now() };
  const log = { write: () => {} };
  const migrations = [{ name: 'sample', sql: SCHEMA }];
  const db = openDatabase({
    path: path.join(folder, 'ours.db'),
    key: new Uint8Array(32).fill(7),
    migrations,
    synchronous: 'FULL',
    clock,
    log,
  });
  const costs = measure(
    () => {
      for (let from = 0; from < ROWS; from += PER_TRANSACTION)
        db.write((tx) => {
          for (let i = from; i < from + PER_TRANSACTION; i++) tx.run(insert, row(i));
        });
    },
    () => {
      for (let i = 0; i < READS; i++) db.get(read, { id: scattered(i) });
    },
  );
  db.close();
  return costs;
}

/** The same pragmas, no key and none of our wrapping. */
function plain(folder: string): Costs {
  const db = new Sqlite(path.join(folder, 'plain.db'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -16000']) db.pragma(pragma);
  db.exec(SCHEMA);
  const inserting = db.prepare(insertSql);
  const reading = db.prepare(readSql);
  const costs = measure(
    () => {
      for (let from = 0; from < ROWS; from += PER_TRANSACTION)
        db.transaction(() => {
          for (let i = from; i < from + PER_TRANSACTION; i++) inserting.run(row(i));
        })();
    },
    () => {
      for (let i = 0; i < READS; i++) reading.get({ id: scattered(i) });
    },
  );
  db.close();
  return costs;
}

const turns = Array.from({ length: TURNS }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-db-bench-'));
  try {
    return { plain: plain(folder), encrypted: encrypted(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
process.stdout.write(`${JSON.stringify(turns)}\n`);
