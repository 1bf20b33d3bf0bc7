import type { Clock, Timers } from '#app/core/ports.ts';

export const systemClock: Clock = { now: () => Date.now(), elapsed: () => Math.round(Number(process.hrtime.bigint() / 1_000_000n)) };

export const systemTimers: Timers = {
  after: (ms, callback) => {
    // setTimeout counts in 32 bits; a longer wait is asked for again by whoever waits.
    const timer = setTimeout(callback, Math.min(Math.max(ms, 0), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};
