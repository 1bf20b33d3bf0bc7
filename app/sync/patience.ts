import type { Bus } from '#app/core/bus.ts';
import type { Timers } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface Patience {
  /** Resolves at the instant by the profile's clock, also when that clock is moved. @throws GuichetError `sync.cancelled` */
  until(instant: number, reason: string, signal: AbortSignal): Promise<void>;
  /** What is being waited for now, the first to end. */
  waiting(): { readonly until: number; readonly reason: string } | null;
  /** Makes those who wait look again. */
  wake(): void;
  /** Lets other work of the thread come first. */
  breathe(): Promise<void>;
}

interface Waiter {
  readonly until: number;
  readonly reason: string;
  look: () => void;
}

/** Longer waits are begun again: a clock that is set while we sleep must not be noticed only hours later. */
const LOOK_AGAIN_MS = 60_000;

export function createPatience(timers: Timers, bus: Bus, now: () => number): Patience {
  const waiters = new Set<Waiter>();
  const wake = (): void => {
    for (const { look } of waiters) look();
  };
  bus.on('clock.moved', wake);
  return {
    until: async (instant, reason, signal) => {
      const waiter: Waiter = { until: instant, reason, look: () => {} };
      waiters.add(waiter);
      try {
        while (now() < instant && !signal.aborted) {
          await new Promise<void>((resolve) => {
            const cancel = timers.after(Math.min(instant - now(), LOOK_AGAIN_MS), resolve);
            waiter.look = () => {
              cancel();
              resolve();
            };
          });
        }
        if (signal.aborted) throw new GuichetError('sync.cancelled');
      } finally {
        waiters.delete(waiter);
      }
    },
    waiting: () => [...waiters].reduce<Waiter | null>((first, each) => (first && first.until <= each.until ? first : each), null),
    wake,
    breathe: () => new Promise((resolve) => timers.after(0, resolve)),
  };
}
