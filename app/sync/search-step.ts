import type { Database } from '#app/platform/db/index.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Discovered, DiscoverRequest } from './discover.ts';
import { lastRefresh, quotaFigure } from './limits.ts';
import type { Quota } from './quota.ts';
import { lastSearched } from './watermark.ts';

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

const NOTHING: Discovered = { found: 0, fresh: [], confirmed: true };

/**
 * One search, when the quota lets it go out. Only a confirmed search of the same scope, or of all the consent shows, stands in for a new
 * one, and only while it is younger than the quota's window and SPF has not refreshed since; any other waits, and says until when.
 */
export async function searchWhenAllowed(deps: SearchDeps, request: DiscoverRequest): Promise<Discovered> {
  for (let attempts = 0; ; ) {
    const place = deps.quota.reserve(request.enterprise, 'search');
    if (!place.granted) {
      if (place.reason === 'sync.quota' && isFresh(deps, request)) return NOTHING;
      await deps.waitUntil(place.until, place.reason === 'sync.quota' ? 'sync.searchQuota' : place.reason);
      continue;
    }
    try {
      const found = await deps.discover(request);
      place.answered();
      attempts += 1;
      if (found.confirmed || attempts >= TRIES) return found;
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
  if (!(error instanceof GuichetError) || attempts >= TRIES || error.code === 'net.offline') throw error;
  // A first day before SPF's window tells of a clock of ours that is behind; the answer has told the time since, so one more try is right.
  if (error.code === 'mmf.badRequest' && attempts === 1) return;
  if (!error.retryable) throw error;
  const { until } = error.params;
  if (typeof until === 'number') {
    deps.quota.pause(enterprise, until);
    return;
  }
  await deps.waitUntil(deps.now() + deps.backoff(attempts - 1), error.code);
}

function isFresh({ db, profile, now, today }: SearchDeps, request: DiscoverRequest): boolean {
  const figure = quotaFigure(profile(), 'search', today());
  const at = lastSearched(db, request);
  if (figure === null || at === null || Math.abs(now() - at) > figure.windowMs * 1.1) return false;
  return lastRefresh(at) === lastRefresh(now());
}
