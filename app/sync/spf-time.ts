import type { Context } from '#app/core/context.ts';
import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { lastRefresh } from './limits.ts';

/**
 * SPF's own time, as its answers tell it. What a document's window, a watermark or a gap is counted by must not depend on how the clock of
 * this machine is set.
 */
export interface SpfTime {
  readonly now: () => number;
  /** The day in Brussels. */
  readonly day: () => LocalDate;
  /** Day of the last nightly refresh. */
  readonly refreshed: () => LocalDate;
  /** Whether an answer has told it since the start; before, it is our own. */
  readonly known: () => boolean;
}

export function spfTimeOf({ config, serverClock, now: ours }: Pick<Context, 'config' | 'serverClock' | 'now'>): SpfTime {
  // In the sandbox the profile's clock follows the simulator's already.
  const now = (): number => ours() + (config.environment === 'sandbox' ? 0 : serverClock.skewMs());
  return { now, day: () => brusselsDate(now()), refreshed: () => brusselsDate(lastRefresh(now())), known: serverClock.seen };
}
