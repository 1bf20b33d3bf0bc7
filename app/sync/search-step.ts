import type { Database } from '#app/platform/db/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Discovered, DiscoverRequest } from './discover.ts';
import { quotaFigure } from './limits.ts';
import type { Quota } from './quota.ts';
import { coverageOf } from './watermark.ts';

/** Tries of one search within a run. */
const TRIES = 4;

export interface SearchDeps {
  readonly db: Database;
  readonly quota: Quota;
  readonly profile: () => QuotaProfile;
  readonly now: () => number;
  readonly today: () => LocalDate;
  readonly discover: (request: DiscoverRequest) => Promise<Discovered>;
  /** @throws GuichetError `sync.cancelled` */
  readonly waitUntil: (instant: number, reason: string) => Promise<void>;
  readonly backoff: (attempts: number) => number;
}

/**
 * One search, when the quota lets it go out. A search of the same scope younger than the quota's window stands in for a new one: SPF shows
 * new documents only once a day.
 */
export async function searchWhenAllowed(deps: SearchDeps, request: DiscoverRequest): Promise<Discovered> {
  for (let attempts = 0; ; ) {
    const place = deps.quota.reserve(request.enterprise, 'search');
    if (!place.granted) {
      if (place.reason === 'sync.quota' && isFresh(deps, request)) return { found: 0, fresh: [] };
      await deps.waitUntil(place.until, place.reason);
      continue;
    }
    try {
      const found = await deps.discover(request);
      place.answered();
      return found;
    } catch (error) {
      if (error instanceof GuichetError && error.code === 'net.offline') place.withdraw();
      else place.answered();
      attempts += 1;
      await afterFailure(error, attempts, deps, request);
    }
  }
}

/** Waits where waiting helps; throws where it does not. */
async function afterFailure(error: unknown, attempts: number, deps: SearchDeps, { enterprise, signal }: DiscoverRequest): Promise<void> {
  if (signal.aborted) throw new GuichetError('sync.cancelled', { cause: error });
  if (!(error instanceof GuichetError) || !error.retryable || attempts >= TRIES || error.code === 'net.offline') throw error;
  const { until } = error.params;
  if (typeof until === 'number') {
    deps.quota.pause(enterprise, until);
    return;
  }
  await deps.waitUntil(deps.now() + deps.backoff(attempts - 1), error.code);
}

function isFresh({ db, profile, now, today }: SearchDeps, request: DiscoverRequest): boolean {
  const figure = quotaFigure(profile(), 'search', today());
  const coverage = coverageOf(db, request);
  return figure !== null && coverage !== null && Math.abs(now() - coverage.searchedAt) <= figure.windowMs * 1.1;
}
