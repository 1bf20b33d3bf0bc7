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
import { leavesOn } from './priorities.ts';
import type { Quota } from './quota.ts';

export const DOWNLOAD = 'document.download';
export const DOWNLOAD_ATTEMPTS = 5;
/** Some eight are with the server, as many as a browser would open; the others are on their way into the archive. */
const CONCURRENCY = 12;
/** Failures to connect in a row after which the run ends instead of waiting on. */
const OFFLINE_TRIES = 12;
/** Rows taken in hand at once where no quota holds them back. */
const AHEAD = 256;

export interface DownloadPayload {
  readonly documentId: string;
  /** A receipt that may not be in SPF's cache before tomorrow. */
  readonly awaited?: boolean | undefined;
}

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
  readonly now: () => number;
  readonly today: () => LocalDate;
  readonly unlimited: () => boolean;
  readonly settled: (batch: readonly Finished<DownloadPayload, DownloadResult>[]) => void;
  readonly gaveUp: (clientId: string | null, reason: string) => void;
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

  /** After the last try the document itself says why it is not there. */
  const giveUpNote = (job: Job<DownloadPayload>, document: ArchiveRecord, reason: string): ((tx: Writer) => void) | undefined => {
    if (job.attempts + 1 < DOWNLOAD_ATTEMPTS) return undefined;
    deps.gaveUp(document.clientId, reason);
    const archive = reason.startsWith('document.') ? 'damaged' : 'waiting';
    return (tx) => {
      documents.notStored(tx, { id: document.id, archive, reason, now: deps.now() });
    };
  };

  return {
    kind: DOWNLOAD,
    concurrency: CONCURRENCY,
    ahead: () => (deps.unlimited() ? AHEAD : 0),
    maxAttempts: DOWNLOAD_ATTEMPTS,
    run: async (job, signal) => {
      const document = documents.find(deps.db, job.payload.documentId);
      if (!document || document.archive === 'stored') return { type: 'done', result: { kind: 'settled' } };
      if (deps.today() > leavesOn(document.modifiedOn)) {
        const result = { kind: 'none', document, archive: 'gone', reason: 'sync.left', correlationId: null } as const;
        return { type: 'failed', reason: 'sync.left', result };
      }
      const place = deps.quota.reserve(document.source, 'content');
      if (!place.granted) return { type: 'rateLimited', until: place.until, scope: document.source, reason: place.reason };
      try {
        return await fetch(document, signal, place.answered);
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
          pause: (until) => deps.quota.pause(document.source, until),
          note: (reason) => (signal.aborted ? undefined : giveUpNote(job, document, reason)),
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
        if (result.kind !== 'stored') continue;
        const { id, uuid, clientId } = result.document;
        deps.bus.emit('document.stored', { documentId: id, uuid, clientId, mimeType: result.received.mimeType });
      }
      deps.settled(batch);
    },
    halted: deps.halted,
    blocked: (error) => (blocksStorage(error) ? error.code : null),
  };
}

function record(tx: Writer, result: DownloadResult, { audit, now }: DownloadDeps): void {
  if (result.kind === 'settled') return;
  const { document, correlationId } = result;
  if (result.kind === 'stored') {
    const { staged, mimeType } = result.received;
    documents.stored(tx, { id: document.id, sha256: staged.sha256, size: staged.size, mimeType, now: now() });
  } else {
    documents.notStored(tx, { id: document.id, archive: result.archive, reason: result.reason, now: now() });
  }
  const kind = result.kind === 'stored' ? 'document.stored' : `document.${result.archive}`;
  const params: Record<string, string> = result.kind === 'stored' ? {} : { reason: result.reason };
  audit.append(tx, { kind, clientId: document.clientId, subjectId: document.id, correlationId, params });
}
