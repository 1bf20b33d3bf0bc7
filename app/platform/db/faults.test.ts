import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GuichetError } from '#shared/domain/errors.ts';
import { command, type Database, type Migration, openDatabase, query } from './index.ts';

const PAGE = 4096;
const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);
const ports = { clock: { now: () => 1_790_000_000_000 }, log: { write: () => {} } };
const migrations: readonly Migration[] = [{ name: 'one', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT' }];
const addNote = command<{ text: string }>('note.add', 'INSERT INTO note (text) VALUES (@text)');
const count = query<{ n: number }>('note.count', 'SELECT count(*) AS n FROM note');

let folder = '';
let file = '';
const ended: (() => void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-db-faults-'));
  file = path.join(folder, 'guichet.db');
});
afterEach(() => {
  for (const end of ended.splice(0)) end();
  rmSync(folder, { recursive: true, force: true });
});

const open = (key = KEY, waitMs?: number): Database => {
  const db = openDatabase({ ...ports, path: file, key, migrations, synchronous: 'FULL', waitMs });
  ended.push(() => db.close());
  return db;
};
const add = (db: Database, rows: number): void =>
  db.write((tx) => {
    for (let i = 0; i < rows; i++) tx.run(addNote, { text: 'x'.repeat(200) });
  });
const fill = (): void => {
  const db = open();
  add(db, 500);
  db.close();
};
/** The files as a process that is killed leaves them: 500 rows in the database, 500 more in its journal alone. */
const leaveJournal = (): void => {
  fill();
  const db = open();
  add(db, 500);
  const there = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  const kept = there.map((name) => [name, readFileSync(path.join(folder, name))] as const);
  db.close();
  for (const [name, bytes] of kept) writeFileSync(path.join(folder, name), bytes);
};
const zero = (from: number, length: number): void => {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, from, from + length));
};
const sizeOf = (name: string): number => readFileSync(name).length;
/** Everything but what SQLite makes anew each time: the index of the journal, and an empty journal. */
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !name.endsWith('-shm'))
      .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')] as const)
      .filter(([name, bytes]) => !(name.endsWith('-wal') && bytes === '')),
  );
const faultOf = (work: () => unknown): { code: string; params: unknown } => {
  try {
    work();
  } catch (error) {
    if (error instanceof GuichetError) return { code: error.code, params: error.params };
    throw error;
  }
  return { code: 'none', params: {} };
};
/** What opening says, having proven that it changed nothing. */
const refusal = (key = KEY): { code: string; params: unknown } => {
  const before = contents();
  const fault = faultOf(() => open(key));
  expect(contents()).toEqual(before);
  return fault;
};

describe.each([
  ['closed properly', fill],
  ['left by a process that was killed', leaveJournal],
])('a database %s', (_how, make) => {
  beforeEach(make);

  it.each([
    ['header', 100],
    ['first page', PAGE],
    ['beginning', PAGE * 4],
  ])('whose %s is zeros is blanked', (_what, length) => {
    zero(0, length);
    expect(refusal()).toEqual({ code: 'db.blanked', params: {} });
  });

  it('that lost its end is cut short, and says how much there should be', () => {
    truncateSync(file, PAGE * 5);
    const { code, params } = refusal();
    expect({ code, params }).toMatchObject({ code: 'db.cutShort', params: { bytes: PAGE * 5 } });
    expect((params as { expected: number }).expected).toBeGreaterThan(PAGE * 25);
  });

  it('that was cut within a page is cut short', () => {
    truncateSync(file, PAGE * 5 + 1234);
    expect(refusal()).toMatchObject({ code: 'db.cutShort', params: { bytes: PAGE * 5 + 1234 } });
  });

  it.each([0, 15, 4000])('of which %i bytes are left is cut short', (bytes) => {
    truncateSync(file, bytes);
    expect(refusal()).toEqual({ code: 'db.cutShort', params: { bytes } });
  });

  it('whose file is gone is missing, and no other takes its place', () => {
    rmSync(file);
    expect(refusal()).toEqual({ code: 'db.missing', params: {} });
    expect(existsSync(file)).toBe(false);
  });

  it('is not touched with another key', () => {
    expect(refusal(OTHER_KEY).code).toBe('db.wrongKey');
    rmSync(`${file}.check`);
    expect(refusal(OTHER_KEY).code).toBe('db.wrongKey');
  });

  it('with other bytes in its header is damaged', () => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 0, 64));
    // Without the page of the journal, which holds the header of a database left open too.
    rmSync(`${file}-wal`, { force: true });
    expect(refusal().code).toBe('db.damaged');
  });
});

it('keeps what its journal holds beyond the end of the file', () => {
  leaveJournal();
  expect(sizeOf(`${file}-wal`)).toBeGreaterThan(sizeOf(file) / 2);
  expect(open().get(count)).toEqual({ n: 1000 });
});

it('with a bad page read anew after a crash is damaged, and its journal stays', () => {
  leaveJournal();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x5a, PAGE * 6, PAGE * 7));
  expect(refusal().code).toBe('db.damaged');
});

it('takes an empty file with nothing beside it for a new database', () => {
  writeFileSync(file, '');
  expect(open().get(count)).toEqual({ n: 0 });
});

it('is missing when only its journal is left', () => {
  leaveJournal();
  rmSync(file);
  rmSync(`${file}.check`);
  expect(refusal().code).toBe('db.missing');
});

describe('a database that another process holds', () => {
  const HOLDER = `
    import Sqlite from 'better-sqlite3';
    const raw = new Sqlite(process.argv[1]);
    raw.pragma("cipher = 'aegis'");
    raw.pragma('key = "raw:${Buffer.from(KEY).toString('hex')}"');
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE');
    raw.exec("INSERT INTO note (text) VALUES ('held')");
    process.stdout.write('held');
    process.stdin.once('data', () => { raw.exec('COMMIT'); raw.close(); process.exit(0); });
  `;
  const hold = async (): Promise<ChildProcess> => {
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, file], { stdio: ['pipe', 'pipe', 'inherit'] });
    ended.push(() => holder.kill('SIGKILL'));
    await new Promise((resolve) => holder.stdout!.once('data', resolve));
    return holder;
  };

  it('is busy after the wait, and opens when it is let go', async () => {
    fill();
    const holder = await hold();
    expect(faultOf(() => open(KEY, 20))).toEqual({ code: 'db.busy', params: {} });
    const gone = new Promise((resolve) => holder.once('exit', resolve));
    holder.stdin!.write('go');
    await gone;
    expect(open().get(count)).toEqual({ n: 501 });
  });
});
