import pg from 'pg';
import type { PlainDatabase } from '#app/platform/db/index.ts';

const POOL = 10;
/** A database that does not answer must fail a request, not hold it. */
const PATIENCE_MS = 5_000;

/** @param url `postgres://user:password@host/database` */
export function openPostgres(url: string): PlainDatabase {
  const pool = new pg.Pool({ connectionString: url, max: POOL, connectionTimeoutMillis: PATIENCE_MS, query_timeout: PATIENCE_MS });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return {
    run: async (statement, values = []) => (await pool.query(statement, [...values])).rows as Readonly<Record<string, unknown>>[],
    close: () => pool.end(),
  };
}
