import type { Context } from '#app/core/context.ts';
import { createLeases, machineNow } from '#app/identity/lease.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const LEASE_MS = 5 * 60_000;
const RENEW_MS = 60_000;
const LOOK_AGAIN_MS = 250;

/** One process of a profile syncs at a time; two would fetch the same documents twice and count each other's work as lost. */
export interface Turn {
  /** Does it now when no other process is syncing, else not at all. */
  ifFree(work: () => void): void;
  /**
   * Waits until the turn is ours, then keeps it while the work lasts.
   * @param waits told whenever another process still has it
   * @throws GuichetError `sync.cancelled` while waiting
   */
  during<T>(signal: AbortSignal, waits: () => void, work: () => Promise<T>): Promise<T>;
}

export function createTurn(context: Context): Turn {
  const { config, db, ports, id } = context;
  // A copy of a profile, a backup for instance, takes over the work but not the turn.
  const lease = `sync:${config.profileDir}`;
  const leases = createLeases(db, machineNow(context), id());

  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const stop = ports.timers.after(LOOK_AGAIN_MS, resolve);
      const abort = (): void => {
        stop();
        resolve();
      };
      signal.addEventListener('abort', abort, { once: true });
    });

  const keep = (): (() => void) => {
    let stop = (): void => {};
    const renew = (): void => {
      stop = ports.timers.after(RENEW_MS, () => {
        leases.take(lease, LEASE_MS);
        renew();
      });
    };
    renew();
    return () => stop();
  };

  return {
    ifFree: (work) => {
      if (!leases.take(lease, LEASE_MS)) return;
      work();
      leases.release(lease);
    },
    during: async (signal, waits, work) => {
      while (!leases.take(lease, LEASE_MS)) {
        waits();
        await wait(signal);
        if (signal.aborted) throw new GuichetError('sync.cancelled');
      }
      const stop = keep();
      try {
        return await work();
      } finally {
        stop();
        leases.release(lease);
      }
    },
  };
}
