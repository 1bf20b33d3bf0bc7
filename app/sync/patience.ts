import type { Bus } from '#app/core/bus.ts';
import type { Timers } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

export interface Patience {
  /** Resolves at the instant by the profile's clock, also when that clock is moved. @throws GuichetError `sync.cancelled` */
  until(instant: number, reason: string, signal: AbortSignal): Promise<void>;
  /** What is being waited for now. */
  waiting(): { readonly until: number; readonly reason: string } | null;
  /** Makes those who wait look again. */
  wake(): void;
  /** Lets other work of the thread come first. */
  breathe(): Promise<void>;
}

export function createPatience(timers: Timers, bus: Bus, now: () => number): Patience {
  let look: (() => void) | null = null;
  let waiting: { until: number; reason: string } | null = null;
  const wake = (): void => look?.();
  bus.on('clock.moved', wake);
  return {
    until: async (instant, reason, signal) => {
      waiting = { until: instant, reason };
      try {
        while (now() < instant) {
          if (signal.aborted) throw new GuichetError('sync.cancelled');
          await new Promise<void>((resolve) => {
            const cancel = timers.after(instant - now(), resolve);
            look = () => {
              cancel();
              resolve();
            };
          });
        }
        if (signal.aborted) throw new GuichetError('sync.cancelled');
      } finally {
        waiting = null;
        look = null;
      }
    },
    waiting: () => waiting,
    wake,
    breathe: () => new Promise((resolve) => timers.after(0, resolve)),
  };
}
