import BetterSqlite from 'better-sqlite3';

type Value = string | number | null;

/** A database without a key, spoken to with numbered parameters (`$1`), for what holds nothing secret and may live in PostgreSQL as well. */
export interface PlainDatabase {
  run(statement: string, values?: readonly Value[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** @param file path, or `:memory:` for one that lives as long as the process */
export function openPlainDatabase(file: string, nativeBinding?: string): PlainDatabase {
  const db = new BetterSqlite(file, nativeBinding === undefined ? {} : { nativeBinding });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  return {
    run: async (statement, values = []) => {
      const prepared = db.prepare(statement);
      const named = Object.fromEntries(values.map((value, index) => [String(index + 1), value]));
      const bound = values.length === 0 ? [] : [named];
      if (prepared.reader) return prepared.all(...bound) as Readonly<Record<string, unknown>>[];
      prepared.run(...bound);
      return [];
    },
    close: async () => {
      db.close();
    },
  };
}
