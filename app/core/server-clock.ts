import type { Clock } from './ports.ts';

/** Differences below this are the resolution of the `Date` header and the way of the answer. */
const TOLERANCE_MS = 2000;

export interface ServerClock {
  /** The profile's clock. */
  readonly clock: Clock;
  /** Takes the `Date` header of an answer. */
  observe(date: string | undefined): void;
  /** How far the server is ahead of this machine, in milliseconds; for assertions with a short life. */
  skewMs(): number;
  /** Whether an answer has told the time since the start. */
  seen(): boolean;
}

/**
 * Learns the server's time from its answers. With `follow` (sandbox) the profile's clock is the server's, so that moving the simulator's
 * clock moves the whole application; elsewhere the machine's clock stands and only the skew is known.
 * @param moved told by how much the profile's clock jumped
 */
export function createServerClock(machine: Clock, follow: boolean, moved: (byMs: number) => void): ServerClock {
  let skew = 0;
  let seenOnce = false;
  return {
    clock: follow ? { now: () => machine.now() + skew } : machine,
    observe: (date) => {
      const time = date === undefined ? Number.NaN : Date.parse(date);
      if (Number.isNaN(time)) return;
      seenOnce = true;
      // The header is cut to whole seconds; half of one is the best guess of what was lost.
      const seen = time + 500 - machine.now();
      const change = seen - skew;
      if (Math.abs(change) < TOLERANCE_MS) return;
      skew = seen;
      if (follow) moved(change);
    },
    skewMs: () => skew,
    seen: () => seenOnce,
  };
}
