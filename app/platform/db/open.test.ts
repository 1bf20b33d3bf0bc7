import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/domain/errors.ts';
import { command, type Database, type Migration, openDatabase, query } from './index.ts';

const clock = { now: () => 1_790_000_000_000 };
const log = { write: () => {} };
const KEY = new Uint8Array(32).fill(7);
const one: Migration = { name: 'one', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT' };
const two: Migration = { name: 'two', sql: 'ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0' };
const broken: Migration = { name: 'broken', sql: 'CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1)' };
const addNote = command<{ text: string }>('note.add', 'INSERT INTO note (text) VALUES (@text)');
const notes = query<{ text: string }>('note.all', 'SELECT text FROM note ORDER BY id');

let folder = '';
let file = '';
const opened: Database[] = [];
const open = (migrations: readonly Migration[] = [one], key = KEY): Database => {
  const db = openDatabase({ path: file, key, migrations, synchronous: 'FULL', clock, log });
  opened.push(db);
  return db;
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof GuichetError ? error.code : String(error);
  }
  return 'none';
};
const fill = (rows: number): void => {
  const db = open();
  db.write((tx) => {
    for (let i = 0; i < rows; i++) tx.run(addNote, { text: `MARKER-${i}-${'x'.repeat(200)}` });
  });
  db.close();
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet db é '));
  file = path.join(folder, 'test.db');
});
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('openDatabase', () => {
  it('keeps what was committed and shows none of it in the files', () => {
    const db = open();
    db.write((tx) => tx.run(addNote, { text: 'MARKER secret' }));
    for (const name of readdirSync(folder)) expect(readFileSync(path.join(folder, name)).includes('MARKER')).toBe(false);
    db.close();
    expect(open().all(notes)).toEqual([{ text: 'MARKER secret' }]);
  });

  it('rolls back everything when the work throws, and refuses nested and waiting transactions', () => {
    const db = open();
    expect(() =>
      db.write((tx) => {
        tx.run(addNote, { text: 'lost' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(() =>
      db.write((tx) => db.write((inner) => inner.run(addNote, { text: 'nested' })) + tx.run(addNote, { text: 'outer' })),
    ).toThrow('open already');
    const waiting = (async () => 1) as unknown as () => number;
    expect(() => db.write(waiting)).toThrow('must not wait');
    expect(db.all(notes)).toEqual([]);
  });

  it('adds missing steps after a backup that the old version opens', () => {
    fill(3);
    open([one, two]).close();
    const backups = readdirSync(path.join(folder, 'backups'));
    expect(backups).toEqual([`test-before-${clock.now()}.db`]);
    copyFileSync(path.join(folder, 'backups', backups[0]!), path.join(folder, 'old.db'));
    file = path.join(folder, 'old.db');
    expect(open([one]).all(notes)).toHaveLength(3);
  });

  it('leaves the old schema whole when a step fails, and goes on from there', () => {
    fill(2);
    expect(codeOf(() => open([one, broken]))).toBe('db.failed');
    expect(open([one, two]).all(notes)).toHaveLength(2);
  });

  it('refuses a database from the future without touching it', () => {
    open([one, two]).close();
    const before = readFileSync(file);
    expect(() => open([one])).toThrow(expect.objectContaining({ code: 'db.newer', params: { step: 'two', steps: 'two' } }));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(path.join(folder, 'backups'))).toBe(false);
  });

  it('tells a wrong key from damage, with and without its check file', () => {
    fill(2);
    const before = readFileSync(file);
    expect(codeOf(() => open([one], new Uint8Array(32).fill(8)))).toBe('db.wrongKey');
    rmSync(`${file}.check`);
    expect(codeOf(() => open([one], new Uint8Array(32).fill(8)))).toBe('db.wrongKey');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(open().all(notes)).toHaveLength(2);
  });

  it.each([
    ['a header overwritten', () => overwrite(0)],
    ['a table page overwritten', () => overwrite(4096 * 3)],
  ])('says damaged for %s and deletes nothing', (_, harm) => {
    fill(500);
    harm();
    const harmed = readFileSync(file);
    expect(codeOf(() => open().all(notes))).toBe('db.damaged');
    for (const db of opened) db.close();
    expect(readFileSync(file).equals(harmed)).toBe(true);
  });
});

function overwrite(offset: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, offset, offset + 2048);
  writeFileSync(file, bytes);
}
