import type { Clock } from '#app/core/ports.ts';

/** Differences below this are the whole seconds of the `Date` header and the way of the answer, not a wrong clock. */
const TOLERANCE_MS = 5_000;

/** The authorization server's time: ours, corrected by what its answers say. A workstation's clock is often minutes wrong. */
export interface ServerTime {
  now(): number;
  /** @param dateHeader the `Date` header of an answer that just arrived */
  observe(dateHeader: string | undefined): void;
}

export function createServerTime(clock: Clock): ServerTime {
  let skew = 0;
  return {
    now: () => clock.now() + skew,
    observe(dateHeader) {
      const stated = dateHeader === undefined ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(stated)) return;
      const difference = stated - clock.now();
      skew = Math.abs(difference) <= TOLERANCE_MS ? 0 : difference;
    },
  };
}
