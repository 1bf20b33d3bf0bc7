import type { Context } from '#app/core/context.ts';
import { command, type Database, query } from '#app/platform/db/index.ts';
import { type Process, thisProcess } from '#app/platform/node/this-process.ts';

type Holder = { readonly name: string; readonly holder: string };

const take = command<Holder & { now: number; until: number }>(
  'lease.take',
  `INSERT INTO lease (name, holder, expires_at) VALUES (@name, @holder, @until)
   ON CONFLICT (name) DO UPDATE SET holder = @holder, expires_at = @until WHERE expires_at <= @now OR holder = @holder`,
);
const drop = command<Holder>('lease.drop', 'DELETE FROM lease WHERE name = @name AND holder = @holder');

const holderOf = query<{ holder: string }, { name: string }>('lease.holder', 'SELECT holder FROM lease WHERE name = @name');

/** A right that one process of the profile holds at a time; it ends by itself, so a process that died blocks nobody for long. */
export interface Leases {
  /** @returns whether the right is now ours */
  take(name: string, forMs: number): boolean;
  release(name: string): void;
}

/**
 * The machine's own time. The profile's clock of a sandbox follows the simulator's once the first answer has come, so two processes would
 * disagree by days about when a lease ends.
 */
export const machineNow =
  ({ config, ports, serverClock }: Pick<Context, 'config' | 'ports' | 'serverClock'>) =>
  (): number =>
    ports.clock.now() - (config.environment === 'sandbox' ? serverClock.skewMs() : 0);

/** @param token tells two openings of the profile apart, within one process too */
export function createLeases(db: Database, now: () => number, token: string, self: Process = thisProcess): Leases {
  const holder = `${self.id}/${token}`;
  /** A killed process cannot give its lease back; its number tells that it is gone. */
  const orphaned = (current: string | undefined): boolean => {
    const id = Number(current?.split('/')[0]);
    return Number.isSafeInteger(id) && !self.alive(id);
  };
  return {
    take: (name, forMs) =>
      db.write((tx) => {
        const current = tx.get(holderOf, { name })?.holder;
        if (current !== undefined && orphaned(current)) tx.run(drop, { name, holder: current });
        return tx.run(take, { name, holder, now: now(), until: now() + forMs }) === 1;
      }),
    release: (name) => {
      db.write((tx) => {
        tx.run(drop, { name, holder });
      });
    },
  };
}
