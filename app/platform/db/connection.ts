import type Sqlite from 'better-sqlite3';
import type { Clock, Log } from '#app/core/ports.ts';
import { databaseError } from './failure.ts';
import type { Command, Database, Query, SqlParams, Writer } from './statement.ts';

/** A statement slower than this is named in the log. */
const SLOW_MS = 100;

export interface ConnectionPorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** The typed face of an open, migrated database: statements prepared once, timed by name. */
export function connectionOf(raw: Sqlite.Database, { clock, log }: ConnectionPorts): Database {
  const prepared = new Map<string, Sqlite.Statement>();

  const prepare = (sql: string): Sqlite.Statement => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = raw.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };

  const timed = <T>(name: string, sql: string, use: (statement: Sqlite.Statement) => T): T => {
    const start = clock.now();
    try {
      return use(prepare(sql));
    } catch (error) {
      throw databaseError(error, name);
    } finally {
      const elapsed = clock.now() - start;
      if (elapsed >= SLOW_MS) log.write('warn', 'db.slow', { statement: name, ms: elapsed });
    }
  };

  const statements: Omit<Writer, 'atEnd'> = {
    get: <Row, P extends SqlParams<P>>(query: Query<Row, P>, params: object = {}) =>
      timed(query.name, query.sql, (statement) => statement.get(params) as Row | undefined),
    all: <Row, P extends SqlParams<P>>(query: Query<Row, P>, params: object = {}) =>
      timed(query.name, query.sql, (statement) => statement.all(params) as Row[]),
    run: <P extends SqlParams<P>>(command: Command<P>, params: object = {}) =>
      timed(command.name, command.sql, (statement) => statement.run(params).changes),
  };

  return {
    get: statements.get,
    all: statements.all,
    write: (work) => {
      if (raw.inTransaction) throw new Error('a transaction is open already; pass its writer on');
      const ends = new Map<string, () => void>();
      // A writer of its own for each transaction: what is kept by it is gone with it.
      const writer: Writer = { ...statements, atEnd: (name, end) => void ends.set(name, ends.get(name) ?? end) };
      const transaction = raw.transaction(() => {
        const result = work(writer);
        if (result instanceof Promise) throw new Error('a transaction must not wait');
        for (const end of ends.values()) end();
        return result;
      });
      try {
        return transaction.immediate();
      } catch (error) {
        throw databaseError(error, 'transaction');
      }
    },
    copyTo: (file) => {
      try {
        raw.prepare('VACUUM INTO ?').run(file);
      } catch (error) {
        throw databaseError(error, 'copy');
      }
    },
    close: () => {
      prepared.clear();
      if (raw.open) raw.close();
    },
  };
}
