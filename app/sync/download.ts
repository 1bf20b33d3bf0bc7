import type { Audit } from '#app/audit/audit.ts';
import type { Bus } from '#app/core/bus.ts';
import type { Random } from '#app/core/ports.ts';
import { type ArchiveRecord, documents } from '#app/documents/documents-repository.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import { type Received, receive } from '#app/documents/receive.ts';
import { type BlobStore, blocksStorage } from '#app/platform/blobs/index.ts';
import type { Database, Writer } from '#app/platform/db/index.ts';
import { backoff, type Finished, type Job, type JobKind, type Outcome } from '#app/platform/jobs/index.ts';
import type { ArchiveState } from '#shared/contract/documents.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { downloadFailure } from './download-failure.ts';
import { DOWNLOAD, DOWNLOAD_ATTEMPTS, type DownloadPayload } from './download-job.ts';
import { hasChanged } from './enqueue.ts';
import { nextRefresh } from './limits.ts';
import { refusalOf } from './mandates.ts';
import { leavesOn } from './priorities.ts';
import { deferSource } from './queue.ts';
import type { Quota } from './quota.ts';
import type { Refusals } from './refusals.ts';
import { sourcesOf, useSource } from './sources.ts';

/** Some eight are with the server, as many as a browser would open; the others are on their way into the archive. */
const CONCURRENCY = 12;
/** Failures to connect in a row after which the run ends instead of waiting on. */
const OFFLINE_TRIES = 12;
/** Rows taken in hand at once where no quota holds them back. */
const AHEAD = 1024;

export type DownloadResult =
  | { readonly kind: 'stored'; readonly document: ArchiveRecord; readonly received: Received; readonly correlationId: string }
  | {
      readonly kind: 'none';
      readonly document: ArchiveRecord;
      readonly archive: ArchiveState;
      readonly reason: string;
      readonly correlationId: string | null;
    }
  | { readonly kind: 'settled' };

export interface DownloadDeps {
  readonly db: Database;
  readonly audit: Audit;
  readonly bus: Bus;
  readonly blobs: BlobStore;
  readonly mmf: MmfClient;
  readonly quota: Quota;
  readonly random: Random;
  readonly refusals: Refusals;
  readonly now: () => number;
  /** The day in Brussels by SPF's own clock. */
  readonly day: () => LocalDate;
  /** Consents that give tokens now, by enterprise; one that is found not to leaves the set. */
  readonly active: Set<string>;
  readonly unlimited: () => boolean;
  readonly settled: (batch: readonly Finished<DownloadPayload, DownloadResult>[]) => void;
  readonly gaveUp: (clientId: string | null, reason: string) => void;
  /** A consent does not work any more; what others show goes on. */
  readonly lost: (source: string, reason: string) => void;
  readonly halted: (reason: string) => void;
}

/** Fetching one document's bytes into the archive. */
export function downloadKind(deps: DownloadDeps): JobKind<DownloadPayload, DownloadResult> {
  let offline = 0;

  const fetch = async (document: ArchiveRecord, signal: AbortSignal, answered: () => void): Promise<Outcome<DownloadResult>> => {
    const enterprise = document.source as EnterpriseNumber;
    const owner =
      document.ownerType && document.ownerIdentifier ? { type: document.ownerType, identifier: document.ownerIdentifier } : undefined;
    const answer = await deps.mmf.content({ enterprise, owner, uuid: document.uuid, signal });
    offline = 0;
    answered();
    const received = await receive(answer.response, deps.blobs);
    return { type: 'done', result: { kind: 'stored', document, received, correlationId: answer.correlationId } };
  };

  /** The document says why it waits and until when; after the last try, that the next run will try again. */
  const waitNote = (
    job: Job<DownloadPayload>,
    document: ArchiveRecord,
    reason: string,
    retryAt: number,
  ): ((tx: Writer) => void) | undefined => {
    const isLast = job.attempts + 1 >= DOWNLOAD_ATTEMPTS;
    if (isLast) deps.gaveUp(document.clientId, reason);
    // What is stored stays so; the queue alone knows that a newer version is wanted.
    if (document.archive === 'stored') return undefined;
    const change = { id: document.id, reason, now: deps.now() };
    if (!isLast) return (tx) => void documents.waits(tx, { ...change, retryAt });
    const archive = document.archive === 'damaged' || reason.startsWith('document.') ? 'damaged' : 'waiting';
    return (tx) => void documents.notStored(tx, { ...change, archive, retryAt: nextRefresh(change.now) });
  };

  const elsewhere = (document: ArchiveRecord, reason: string) => (): ((tx: Writer) => void) | null => {
    deps.refusals.refused(document, reason);
    const tried = deps.refusals.by(document.id);
    const other = sourcesOf(deps.db, document.seq).find(({ source }) => deps.active.has(source) && !tried.has(source));
    return other ? (tx) => useSource(tx, document.id, other) : null;
  };

  const withoutSource =
    (source: string) =>
    (until: number, reason: string): boolean => {
      deps.active.delete(source);
      if (deps.active.size === 0) return false;
      deps.lost(source, reason);
      deps.db.write((tx) => deferSource(tx, source, until, reason));
      return true;
    };

  return {
    kind: DOWNLOAD,
    concurrency: CONCURRENCY,
    ahead: () => (deps.unlimited() ? AHEAD : 0),
    maxAttempts: DOWNLOAD_ATTEMPTS,
    run: async (job, signal) => {
      const document = documents.find(deps.db, job.payload.documentId);
      if (!document || isSettled(document, job.requested)) return { type: 'done', result: { kind: 'settled' } };
      if (deps.day() > leavesOn(document.modifiedOn)) return ended(document, 'gone', 'sync.left');
      const refusal = refusalOf(document, deps.day());
      if (!job.requested && deps.refusals.known(document, refusal)) return ended(document, 'refused', refusal);
      const place = deps.quota.reserve(document.source, 'content');
      if (!place.granted) return { type: 'rateLimited', until: place.until, scope: document.source, reason: place.reason };
      try {
        const outcome = await fetch(document, signal, place.answered);
        deps.refusals.granted(document, refusal);
        return outcome;
      } catch (error) {
        const failure = error instanceof GuichetError ? error : new GuichetError('internal', { cause: error });
        if (failure.code === 'net.offline') {
          place.withdraw();
          offline += 1;
          if (offline > OFFLINE_TRIES) return { type: 'halt', reason: failure.code };
        } else place.answered();
        return downloadFailure(failure, {
          document,
          awaited: job.payload.awaited === true,
          now: deps.now(),
          delayMs: backoff(job.attempts, deps.random),
          refusal,
          pause: (until) => deps.quota.pause(document.source, until),
          note: (reason, retryAt) => (signal.aborted ? undefined : waitNote(job, document, reason, retryAt)),
          elsewhere: elsewhere(document, refusal),
          deferSource: withoutSource(document.source),
        });
      }
    },
    settle: async (batch) => {
      const stored = batch.flatMap(({ result }) => (result.kind === 'stored' ? result.received.staged : []));
      await deps.blobs.commit(stored);
      return (tx) => {
        for (const { result } of batch) record(tx, result, deps);
      };
    },
    settled: (batch) => {
      for (const { result } of batch) {
        if (result.kind !== 'stored' || isConfirmed(result)) continue;
        const { id, uuid, clientId } = result.document;
        deps.bus.emit('document.stored', { documentId: id, uuid, clientId, mimeType: result.received.mimeType });
      }
      deps.settled(batch);
    },
    halted: deps.halted,
    blocked: (error) => (blocksStorage(error) ? error.code : null),
  };
}

const isSettled = (document: ArchiveRecord, requested: boolean): boolean =>
  document.archive === 'stored' ? !hasChanged(document) : document.archive === 'excluded' && !requested;

/** SPF dated the document anew, its bytes are those that are stored. */
const isConfirmed = ({ document, received }: Extract<DownloadResult, { kind: 'stored' }>): boolean =>
  document.archive === 'stored' && document.sha256 === received.staged.sha256;

const ended = (document: ArchiveRecord, archive: ArchiveState, reason: string): Outcome<DownloadResult> => ({
  type: 'failed',
  reason,
  result: { kind: 'none', document, archive, reason, correlationId: null },
});

const STORED = { first: 'document.stored', same: 'document.confirmed', changed: 'document.changed' } as const;

function record(tx: Writer, result: DownloadResult, { audit, now }: DownloadDeps): void {
  if (result.kind === 'settled') return;
  const { document, correlationId } = result;
  const about = { clientId: document.clientId, subjectId: document.id, correlationId };
  if (result.kind === 'stored') {
    const { staged, mimeType } = result.received;
    const how = documents.stored(tx, document, { sha256: staged.sha256, size: staged.size, mimeType, now: now() });
    const wasLost = how === 'same' && document.archive !== 'stored';
    audit.append(tx, { ...about, kind: wasLost ? STORED.first : STORED[how], shown: how === 'changed' });
    return;
  }
  const { archive, reason } = result;
  // A newer version that SPF does not give takes nothing from the one that is stored.
  if (document.archive !== 'stored') {
    const retryAt = archive === 'refused' ? nextRefresh(now()) : null;
    documents.notStored(tx, { id: document.id, archive, reason, now: now(), retryAt });
  }
  audit.append(tx, { ...about, kind: `document.${archive}`, params: { reason } });
}
