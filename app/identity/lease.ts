import { command, type Database } from '#app/platform/db/index.ts';

type Holder = { readonly name: string; readonly holder: string };

const take = command<Holder & { now: number; until: number }>(
  'lease.take',
  `INSERT INTO lease (name, holder, expires_at) VALUES (@name, @holder, @until)
   ON CONFLICT (name) DO UPDATE SET holder = @holder, expires_at = @until WHERE expires_at <= @now OR holder = @holder`,
);
const drop = command<Holder>('lease.drop', 'DELETE FROM lease WHERE name = @name AND holder = @holder');

/** A right that one process of the profile holds at a time; it ends by itself, so a process that died blocks nobody for long. */
export interface Leases {
  /** @returns whether the right is now ours */
  take(name: string, forMs: number): boolean;
  release(name: string): void;
}

/** @param holder names this process, never used twice */
export function createLeases(db: Database, now: () => number, holder: string): Leases {
  return {
    take: (name, forMs) => db.write((tx) => tx.run(take, { name, holder, now: now(), until: now() + forMs }) === 1),
    release: (name) => {
      db.write((tx) => tx.run(drop, { name, holder }));
    },
  };
}
