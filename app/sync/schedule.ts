import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { lastRefresh, nextRefresh } from './limits.ts';
import { runs } from './runs.ts';
import type { Sync } from './sync.ts';
import { lastSearched } from './watermark.ts';

export type WakeCause = 'start' | 'resume' | 'online' | 'timer';

const MINUTE = 60_000;
/** After a failed run: twice as long each time, at most every six hours. */
const FIRST_PAUSE_MS = 15 * MINUTE;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE;
/** Whatever wakes us, no two runs begin within this. */
const SHORTEST_PAUSE_MS = MINUTE;
/** Installations do not all come at the minute SPF has refreshed. */
const SPREAD_MS = 20 * MINUTE;

export interface Schedule {
  /** Something happened after which there may be something new. @returns whether a run, or a new search of the one under way, began */
  wake(cause: WakeCause): Promise<boolean>;
  /** Wakes by itself from now on: after each nightly refresh, and when a failed run may be tried again. */
  watch(): void;
  stop(): void;
}

/**
 * Syncs everything by itself when a consent is active, the firm wants it, and a refresh of SPF has not been searched yet or the last run
 * failed long enough ago.
 */
export function createSchedule({ db, settings, ports, now }: Context, sync: Sync, tokens: AccessTokens): Schedule {
  const spread = Math.floor((ports.random.bytes(1)[0]! / 256) * SPREAD_MS);
  let stopTimer: (() => void) | null = null;
  let watching = false;

  /** From when on a failed run may be tried again; `null` when the last one did not fail. */
  const retryFrom = (cause: WakeCause): number | null => {
    const { count, last } = runs.failures(db);
    if (count === 0 || last === null) return null;
    // A clock that was set back must not hold the next try away.
    const ended = Math.min(last, now());
    // What wakes us may be what was missing: the network, for instance.
    return ended + (cause === 'timer' ? Math.min(FIRST_PAUSE_MS * 2 ** (count - 1), LONGEST_PAUSE_MS) : SHORTEST_PAUSE_MS);
  };

  /** Whether SPF has refreshed since the last confirmed search under some consent. */
  const isSomethingNew = async (): Promise<boolean> => {
    const refreshed = lastRefresh(now());
    return (await tokens.active()).some(({ enterprise }) => {
      const at = lastSearched(db, { enterprise });
      return at === null || at < refreshed || at > now() + SPREAD_MS;
    });
  };

  const wake = async (cause: WakeCause): Promise<boolean> => {
    if (!settings.get().autoSync || (await tokens.active()).length === 0) return false;
    const retry = retryFrom(cause);
    if (retry === null ? !(await isSomethingNew()) : now() < retry) return false;
    if (sync.status().state === 'idle') {
      sync.start(undefined, 'schedule');
      return true;
    }
    return sync.searchAgain();
  };

  const set = (): void => {
    if (!watching) return;
    const retry = retryFrom('timer');
    const due = Math.min(nextRefresh(now()) + spread, retry !== null && retry > now() ? retry : Number.POSITIVE_INFINITY);
    stopTimer = ports.timers.after(Math.max(due - now(), MINUTE), () => {
      wake('timer')
        .catch(() => false)
        .finally(set);
    });
  };

  return {
    wake,
    watch: () => {
      watching = true;
      set();
    },
    stop: () => {
      watching = false;
      stopTimer?.();
    },
  };
}
