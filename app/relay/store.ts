import type { PlainDatabase } from '#app/platform/db/index.ts';
import type { Installation, PublicKey } from './installation.ts';

export interface Store {
  find(kid: string): Promise<Installation | null>;
  /** Those whose key is published at that moment, in the order they came. */
  published(now: number): Promise<readonly Installation[]>;
  /** Registering a known key again changes nothing. @returns whether it was new */
  add(key: PublicKey, now: number): Promise<boolean>;
  /** Ends a key; the earliest end counts. */
  end(kid: string, at: number, reason: 'revoked' | 'replaced'): Promise<void>;
  /** Forgets keys that ended before that moment. */
  prune(before: number): Promise<void>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What SQLite and PostgreSQL both understand. */
const SCHEMA = `CREATE TABLE IF NOT EXISTS installation (
  kid TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  registered_at BIGINT NOT NULL,
  ends_at BIGINT,
  reason TEXT
)`;
const COLUMNS = 'kid, public_key, registered_at, ends_at, reason';

/** PostgreSQL answers 64-bit numbers as text. */
const toInstallation = (row: Readonly<Record<string, unknown>>): Installation => ({
  kid: String(row.kid),
  key: JSON.parse(String(row.public_key)) as PublicKey,
  registeredAt: Number(row.registered_at),
  endsAt: row.ends_at === null ? null : Number(row.ends_at),
  reason: row.reason as Installation['reason'],
});

export async function openStore(sql: PlainDatabase): Promise<Store> {
  await sql.run(SCHEMA);
  return {
    find: async (kid) => {
      const [row] = await sql.run(`SELECT ${COLUMNS} FROM installation WHERE kid = $1`, [kid]);
      return row ? toInstallation(row) : null;
    },
    published: async (now) =>
      (await sql.run(`SELECT ${COLUMNS} FROM installation WHERE ends_at IS NULL OR ends_at > $1 ORDER BY registered_at, kid`, [now])).map(
        toInstallation,
      ),
    add: async (key, now) => {
      const added = await sql.run(
        'INSERT INTO installation (kid, public_key, registered_at) VALUES ($1, $2, $3) ON CONFLICT (kid) DO NOTHING RETURNING kid',
        [key.kid, JSON.stringify(key), now],
      );
      return added.length === 1;
    },
    end: async (kid, at, reason) => {
      await sql.run('UPDATE installation SET ends_at = $2, reason = $3 WHERE kid = $1 AND (ends_at IS NULL OR ends_at > $2)', [
        kid,
        at,
        reason,
      ]);
    },
    prune: async (before) => {
      await sql.run('DELETE FROM installation WHERE ends_at < $1', [before]);
    },
    ping: async () => {
      await sql.run('SELECT 1 AS one');
    },
    close: () => sql.close(),
  };
}
