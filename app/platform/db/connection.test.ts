import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { connectionOf } from './connection.ts';
import { query } from './statement.ts';

it('names slow statements in the log, never their values', () => {
  const lines: unknown[] = [];
  let time = 0;
  const clock = { now: () => (time += 500) };
  const db = connectionOf(new Sqlite(':memory:'), { clock, log: { write: (...line) => lines.push(line) } });
  db.get(query<{ text: string }, { text: string }>('secret.echo', 'SELECT @text AS text'), { text: '0100000169' });
  expect(lines).toEqual([['warn', 'db.slow', { statement: 'secret.echo', ms: 500 }]]);
  db.close();
});
