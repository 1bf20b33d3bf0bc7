import type { Clock, Net, Timers } from '#app/core/ports.ts';
import type { Stage } from '#app/core/testing.ts';

/** A wait longer than this is jumped over. */
const LONG_MS = 500;
const QUIET_MS = 10;

export interface JumpingWorld {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly net: Net;
  /** As a machine that slept: both clocks go on by so much, no timer fires early. */
  sleep(ms: number): Promise<void>;
}

/**
 * One clock for the application and the simulator. Whoever waits long makes both jump instead, while nothing is on its way: a request that
 * a minute overtakes would count before the jump on one side and after it on the other.
 */
export function jumpingWorld(stage: Stage, machine: Net): JumpingWorld {
  let offset = 0;
  let underWay = 0;
  let asleep: Promise<void> = Promise.resolve();
  const jump = async (ms: number): Promise<void> => {
    await stage.control('POST', '/clock', { advance: ms });
    offset += ms;
  };
  const quiet = async (): Promise<void> => {
    do await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    while (underWay > 0);
  };
  const clock = { now: () => Date.now() + offset };
  return {
    clock,
    net: {
      send: async (request) => {
        await asleep;
        underWay += 1;
        try {
          return await machine.send(request);
        } finally {
          underWay -= 1;
        }
      },
    },
    timers: {
      after: (ms, callback) => {
        let cancelled = false;
        const due = clock.now() + ms;
        const late = async (): Promise<void> => {
          await quiet();
          if (cancelled) return;
          if (due > clock.now()) await jump(due - clock.now());
          if (!cancelled) callback();
        };
        const timer = setTimeout(ms > LONG_MS ? late : callback, ms > LONG_MS ? 0 : ms);
        return () => {
          cancelled = true;
          clearTimeout(timer);
        };
      },
    },
    sleep: (ms) => {
      asleep = quiet().then(() => jump(ms));
      return asleep;
    },
  };
}
