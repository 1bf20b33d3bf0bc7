import type { Audit } from '#app/audit/audit.ts';
import { classifyWith } from '#app/classifier/assignments.ts';
import type { Clients } from '#app/clients/clients.ts';
import type { Bus } from '#app/core/bus.ts';
import { documents } from '#app/documents/documents-repository.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import type { MmfItem, Owner } from '#app/documents/mmf-item.ts';
import type { Database, Writer } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { enqueueDownload } from './enqueue.ts';
import { type Coverage, coverageOf, setCoverage, sinceFor } from './watermark.ts';

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
  readonly today: () => LocalDate;
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
}

/** One search under one consent: what it lists is in the table, and its downloads queued, before the watermark moves. */
export async function discover(deps: DiscoverDeps, request: DiscoverRequest): Promise<Discovered> {
  const { db, mmf, today } = deps;
  const day = today();
  const since = sinceFor(coverageOf(db, request), day);
  const listing = await mmf.search({ ...request, since });
  const fresh: string[] = [];
  const clientIds = new Map<string, string>();
  for (let start = 0; start < listing.items.length; start += BATCH) {
    const batch = listing.items.slice(start, start + BATCH);
    db.write((tx) => {
      for (const item of batch) fresh.push(...take(tx, item, request, deps, day, clientIds));
    });
    await deps.breathe();
  }
  const params = { documents: listing.items.length, unreadable: listing.unreadable };
  const covered = coveredUntil(day, listing.lastSyncDate);
  db.write((tx) => {
    setCoverage(tx, request, { covered, searchedAt: deps.now() });
    deps.audit.append(tx, { kind: 'api.mmf.search', correlationId: listing.correlationId, status: 200, params });
  });
  if (fresh.length > 0) deps.bus.emit('documents.discovered', { documentIds: fresh });
  return { found: listing.items.length, fresh };
}

/** A cache that stands still covers no more than the day it was last refreshed. */
function coveredUntil(day: LocalDate, lastSyncDate: string | null): Coverage['covered'] {
  const refreshed = (lastSyncDate?.slice(0, 10) ?? day) as LocalDate;
  return /^\d{4}-\d{2}-\d{2}$/.test(refreshed) && refreshed < day ? refreshed : day;
}

/** The mandator it concerns; the connected enterprise itself only when nobody else is named. */
function concerned(item: MmfItem, enterprise: EnterpriseNumber): Owner | null {
  const others = item.owners.filter((owner) => owner.identifier !== enterprise);
  return others.find((owner) => owner.type === 'CBE') ?? others[0] ?? null;
}

/** @returns the document's id when it is new */
function take(
  tx: Writer,
  item: MmfItem,
  { enterprise, owner: asked }: DiscoverRequest,
  deps: DiscoverDeps,
  day: LocalDate,
  clientIds: Map<string, string>,
): readonly string[] {
  const owner = (asked && item.owners.find((each) => each.identifier === asked.identifier)) ?? concerned(item, enterprise);
  const pair = owner && owner.identifier !== enterprise ? owner : null;
  const number = owner?.type === 'SSIN' ? null : (owner?.identifier ?? enterprise);
  const clientId = number !== null && isEnterpriseNumber(number) ? clientOf(tx, number, deps.clients, clientIds) : null;
  const known = documents.findByUuid(tx, item.uuid) !== undefined;
  const classified = classifyWith(tx, item.label);
  const { uuid, modifiedOn, metadata } = item;
  const record = documents.upsert(
    tx,
    { id: deps.id(), uuid, clientId, source: enterprise, owner: pair, ...classified, modifiedOn, metadata, now: deps.now() },
    item.owners,
  );
  enqueueDownload(tx, deps.jobs, { ...record, urgent: classified.urgent }, day);
  return known ? [] : [record.id];
}

/** Most items of a listing concern a client that an earlier one named. */
function clientOf(tx: Writer, number: EnterpriseNumber, clients: Clients, known: Map<string, string>): string {
  const id = known.get(number) ?? clients.ensure(tx, number).id;
  known.set(number, id);
  return id;
}
