import type { SimClock } from './clock.ts';
import type { QuotaMode } from './options.ts';

export type Metered = 'search' | 'content';

interface Limit {
  readonly count: number;
  readonly windowMs: number;
}

/** Limits per connected enterprise (API facts, section 4; same figures for search in both environments). */
const LIMITS: Readonly<Record<QuotaMode, Readonly<Record<Metered, Limit>> | null>> = {
  acc: { search: { count: 1, windowMs: 600_000 }, content: { count: 5, windowMs: 60_000 } },
  prd: { search: { count: 1, windowMs: 600_000 }, content: { count: 12, windowMs: 60_000 } },
  off: null,
};

/** Sliding windows on simulated time, one per enterprise and kind of call. Refused calls do not count. */
export class Quota {
  mode: QuotaMode;
  readonly #clock: SimClock;
  readonly #taken = new Map<string, number[]>();

  constructor(clock: SimClock, mode: QuotaMode) {
    this.#clock = clock;
    this.mode = mode;
  }

  /** Takes one call. 0 when it is granted, otherwise the whole seconds to wait. */
  take(kind: Metered, enterprise: string): number {
    const limits = LIMITS[this.mode];
    if (!limits) return 0;
    const { count, windowMs } = limits[kind];
    const now = this.#clock.now();
    const key = `${kind}/${enterprise}`;
    // Entries of the future come from a clock that was set back; they must not block for ever.
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
    this.#taken.set(key, recent);
    if (recent.length < count) {
      recent.push(now);
      return 0;
    }
    return Math.max(1, Math.ceil(((recent[recent.length - count] ?? now) + windowMs - now) / 1000));
  }

  clear(): void {
    this.#taken.clear();
  }
}
