import type { Timers } from '#app/core/ports.ts';
import type { Depot } from './depot.ts';
import type { ThreadDepot } from './thread-depot.ts';

/** So many contents in a row are worth a thread: a day's few documents never start one, a first sync does. */
const WORTH = 32;
/** A thread without work for this long is ended; its memory is worth more than its start. */
const IDLE_MS = 5000;

export interface Depots {
  /** So many contents are about to come in, as fast as they can. */
  expect(count: number): void;
  /** Where the next content goes. */
  pick(): Depot;
  close(): Promise<void>;
}

/**
 * The core's own depot, and one in a thread while much comes in.
 * @param start `null` where threads are not to be had
 */
export function createDepots(own: Depot, start: (() => ThreadDepot) | null, timers: Timers): Depots {
  let thread: ThreadDepot | null = null;
  let failed = false;
  let pickedSince = false;
  let stopWatch: (() => void) | null = null;

  const end = async (): Promise<void> => {
    const ended = thread;
    thread = null;
    await ended?.end();
  };

  /** A machine that gives no thread is slower, no more. */
  const tryStart = (): ThreadDepot | null => {
    if (!start || failed) return null;
    try {
      return start();
    } catch {
      failed = true;
      return null;
    }
  };

  const watch = (): void => {
    stopWatch = timers.after(IDLE_MS, () => {
      stopWatch = null;
      if (pickedSince || (thread?.held() ?? 0) > 0) {
        pickedSince = false;
        watch();
        return;
      }
      void end();
    });
  };

  return {
    expect: (count) => {
      if (count < WORTH) return;
      pickedSince = true;
      thread ??= tryStart();
      if (thread && !stopWatch) watch();
    },
    pick: () => {
      pickedSince = true;
      if (thread?.dead()) {
        thread = null;
        failed = true;
      }
      return thread?.ready() ? thread : own;
    },
    close: async () => {
      stopWatch?.();
      stopWatch = null;
      await end();
      await own.close();
    },
  };
}
