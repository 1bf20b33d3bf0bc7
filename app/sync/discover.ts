import type { Audit } from '#app/audit/audit.ts';
import type { Clients } from '#app/clients/clients.ts';
import type { Bus } from '#app/core/bus.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import type { MmfListing, Owner } from '#app/documents/mmf-item.ts';
import type { Database } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { recordGap } from './gaps.ts';
import { SWEEP_MS } from './limits.ts';
import { type Taken, takeItem } from './take-item.ts';
import { type Coverage, coverageOf, joins, setCoverage, sinceFor } from './watermark.ts';

/** Rows per transaction: the database is never busy for longer than a glance. */
const BATCH = 500;

export interface DiscoverDeps {
  readonly db: Database;
  readonly audit: Audit;
  readonly bus: Bus;
  readonly clients: Clients;
  readonly mmf: MmfClient;
  readonly jobs: JobStore;
  readonly id: () => string;
  readonly now: () => number;
  /** The day in Brussels by SPF's own clock, as far as an answer has told it. */
  readonly day: () => LocalDate;
  /** Day of SPF's last refresh by that clock, for answers that do not tell it. */
  readonly refreshed: () => LocalDate;
  /** Whether an enterprise's consent gives tokens now. */
  readonly isActive: (enterprise: string) => boolean;
  /** Lets waiting calls of the window come between two batches. */
  readonly breathe: () => Promise<void>;
}

export interface DiscoverRequest {
  readonly enterprise: EnterpriseNumber;
  /** Only this mandator's documents. */
  readonly owner?: Owner | undefined;
  readonly signal: AbortSignal;
}

export interface Discovered {
  readonly found: number;
  readonly fresh: readonly string[];
  /** The search joins what was known before. Else our clock let it begin too late, and it must be made again. */
  readonly confirmed: boolean;
}

/**
 * One search under one consent. What it lists is in the table, and its downloads queued, before the watermark moves; so what is listed can
 * be waited for, refused or lost to time, but never forgotten.
 */
export async function discover(deps: DiscoverDeps, request: DiscoverRequest): Promise<Discovered> {
  const before = coverageOf(deps.db, request);
  const sweeps = before === null || Math.abs(deps.now() - before.sweptAt) >= SWEEP_MS;
  const since = sinceFor(sweeps ? null : before, deps.day());
  const listing = await searchFrom(since, deps, request);
  const fresh = await takeAll(listing, deps, request);
  // Only now is SPF's day surely known: this answer told it.
  const day = deps.day();
  const confirmed = joins(before, since, day);
  deps.db.write((tx) => {
    const params = { documents: listing.items.length, unreadable: listing.unreadable };
    deps.audit.append(tx, { kind: 'sync.searched', correlationId: listing.correlationId, params });
    if (!confirmed) return;
    recordGap(tx, request, day, deps);
    const covered = coveredBy(listing, before, day, deps.refreshed());
    const at = deps.now();
    setCoverage(tx, request, { covered, searchedAt: at, sweptAt: sweeps ? at : before.sweptAt });
  });
  if (fresh.length > 0) deps.bus.emit('documents.discovered', { documentIds: fresh });
  return { found: listing.items.length, fresh, confirmed };
}

async function searchFrom(
  since: LocalDate,
  deps: DiscoverDeps,
  request: DiscoverRequest,
): Promise<Awaited<ReturnType<MmfClient['search']>>> {
  try {
    return await deps.mmf.search({ ...request, since });
  } catch (error) {
    // SPF answered, so its day is known: what left its window while searches fail is a gap already.
    if (error instanceof GuichetError && error.code.startsWith('mmf.'))
      deps.db.write((tx) => void recordGap(tx, request, deps.day(), deps));
    throw error;
  }
}

/** @returns ids of documents not known before */
async function takeAll(listing: MmfListing, deps: DiscoverDeps, request: DiscoverRequest): Promise<string[]> {
  const fresh: string[] = [];
  const taken: Taken = { clients: new Map(), archived: new Map() };
  for (let start = 0; start < listing.items.length; start += BATCH) {
    deps.db.write((tx) => {
      for (const item of listing.items.slice(start, start + BATCH)) {
        const { id, isNew } = takeItem(tx, item, request, deps, taken);
        if (isNew) fresh.push(id);
      }
    });
    await deps.breathe();
  }
  return fresh;
}

/** A cache that stands still covers no more than the day it was last refreshed; what was covered once stays so. */
function coveredBy(listing: MmfListing, before: Coverage | null, day: LocalDate, otherwise: LocalDate): LocalDate {
  const told = listing.lastSyncDate?.slice(0, 10) ?? '';
  const refreshed = isLocalDate(told) && told <= day ? told : otherwise;
  return before && before.covered <= day && before.covered > refreshed ? before.covered : refreshed;
}
