import { classifyWith } from '#app/classifier/assignments.ts';
import type { Clients } from '#app/clients/clients.ts';
import { type ArchiveRecord, documents } from '#app/documents/documents-repository.ts';
import type { MmfItem, Owner } from '#app/documents/mmf-item.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import { type EnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { isExcludedType } from '#shared/domain/excluded-types.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { enqueueDownload } from './enqueue.ts';
import { addSource } from './sources.ts';
import { oldestOn, type Scope } from './watermark.ts';

export interface TakeDeps {
  readonly clients: Clients;
  readonly jobs: JobStore;
  readonly id: () => string;
  readonly now: () => number;
  readonly day: () => LocalDate;
  readonly isActive: (enterprise: string) => boolean;
}

/** Most items of a listing concern a client that an earlier one named. */
export interface Taken {
  readonly clients: Map<string, string>;
  readonly archived: Map<string, boolean>;
}

/** The mandator it concerns; the connected enterprise itself only when nobody else is named. */
function concerned(item: MmfItem, enterprise: string): Owner | null {
  const others = item.owners.filter((owner) => owner.identifier !== enterprise);
  return others.find((owner) => owner.type === 'CBE') ?? others[0] ?? null;
}

/** One item of a listing becomes a row, or renews its row, and is queued when the archive does not hold what SPF shows. */
export function takeItem(
  tx: Writer,
  item: MmfItem,
  { enterprise, owner: asked }: Scope,
  deps: TakeDeps,
  taken: Taken,
): { readonly id: string; readonly isNew: boolean } {
  const owner = (asked && item.owners.find((each) => each.identifier === asked.identifier)) ?? concerned(item, enterprise);
  const pair = owner && owner.identifier !== enterprise ? owner : null;
  const number = owner?.type === 'SSIN' ? null : (owner?.identifier ?? enterprise);
  const clientId = number !== null && isEnterpriseNumber(number) ? clientOf(tx, number, deps.clients, taken.clients) : null;
  const known = documents.findByUuid(tx, item.uuid);
  const way = wayFor(known, enterprise, pair, deps.isActive);
  const record = documents.upsert(
    tx,
    {
      ...classifyWith(tx, item.label),
      ...way,
      id: deps.id(),
      uuid: item.uuid,
      clientId,
      modifiedOn: item.modifiedOn,
      metadata: item.metadata,
      now: deps.now(),
    },
    item.owners,
  );
  addSource(tx, record.seq, enterprise, pair);
  const excluded = isClientArchived(tx, record.clientId, deps.clients, taken.archived)
    ? 'sync.excludedClient'
    : isExcludedType(item.label, deps.day())
      ? 'sync.excludedType'
      : null;
  settleState(tx, record, excluded, known, deps);
  return { id: record.id, isNew: known === undefined };
}

/**
 * By which consent a document is fetched when several show it: the owner's own, whose quota is its own and which no mandate can end;
 * otherwise the one that was used before, as long as it works.
 */
function wayFor(
  known: ArchiveRecord | undefined,
  enterprise: string,
  pair: Owner | null,
  isActive: (enterprise: string) => boolean,
): { readonly source: string; readonly owner: Owner | null } {
  const keeps = known !== undefined && known.source !== enterprise && pair !== null && isActive(known.source);
  if (!keeps) return { source: enterprise, owner: pair };
  const { source, ownerType: type, ownerIdentifier: identifier } = known;
  return { source, owner: type && identifier ? { type, identifier } : null };
}

function settleState(tx: Writer, record: ArchiveRecord, excluded: string | null, known: ArchiveRecord | undefined, deps: TakeDeps): void {
  const { id, archive, modifiedOn } = record;
  if (excluded !== null && archive !== 'stored') {
    if (archive !== 'excluded') documents.state(tx, { id, archive: 'excluded', reason: excluded });
    deps.jobs.removeByKey(tx, id);
    return;
  }
  // A document that changed is asked for again whatever became of it before; one that left the window by a clock that was wrong comes back.
  const isChanged = known !== undefined && modifiedOn > known.modifiedOn;
  const isBack = archive === 'gone' && modifiedOn >= oldestOn(deps.day());
  if (archive === 'excluded' || isBack || (archive === 'refused' && isChanged)) {
    documents.state(tx, { id, archive: 'waiting', reason: null });
    enqueueDownload(tx, deps.jobs, { ...record, archive: 'waiting' }, deps.day());
    return;
  }
  // Refused documents are asked for again by the run, within bounds.
  if (archive !== 'refused') enqueueDownload(tx, deps.jobs, record, deps.day());
}

function clientOf(tx: Writer, number: EnterpriseNumber, clients: Clients, known: Map<string, string>): string {
  const id = known.get(number) ?? clients.ensure(tx, number).id;
  known.set(number, id);
  return id;
}

function isClientArchived(tx: Writer, id: string | null, clients: Clients, known: Map<string, boolean>): boolean {
  if (id === null) return false;
  const archived = known.get(id) ?? clients.find(tx, id)?.archived ?? false;
  known.set(id, archived);
  return archived;
}
