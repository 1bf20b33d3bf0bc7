import type { ArchiveRecord } from '#app/documents/documents-repository.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DOWNLOAD, type DownloadPayload } from './download-job.ts';
import { priorityOf, type Queued } from './priorities.ts';

export type Waiting = Pick<ArchiveRecord, 'id' | 'source' | 'clientId' | 'archive' | 'modifiedOn' | 'contentOf' | 'urgent' | 'legalDelay'>;

/** SPF shows a later version than the one stored; the stored one stays readable meanwhile. */
export const hasChanged = ({ archive, contentOf, modifiedOn }: Pick<Waiting, 'archive' | 'contentOf' | 'modifiedOn'>): boolean =>
  archive === 'stored' && contentOf !== null && modifiedOn > contentOf;

/** Queues what the archive does not hold and SPF may give. */
export function enqueueDownload(tx: Writer, jobs: JobStore, document: Waiting, today: LocalDate): void {
  if (document.archive === 'gone' || document.archive === 'excluded') return;
  if (document.archive === 'stored' && !hasChanged(document)) return;
  put(tx, jobs, document, today, null);
}

/** Somebody waits for this one: a person before the screen, or a filing for its receipt. */
export function enqueueRequested(
  tx: Writer,
  jobs: JobStore,
  document: Waiting,
  today: LocalDate,
  reason: 'asked' | 'receipt',
  notBefore = 0,
): void {
  if (document.archive === 'stored' && !hasChanged(document)) return;
  put(tx, jobs, document, today, reason, notBefore);
}

function put(tx: Writer, jobs: JobStore, document: Waiting, today: LocalDate, requested: Queued['requested'], notBefore = 0): void {
  const { id, source, clientId, modifiedOn, archive, urgent, legalDelay } = document;
  const payload: DownloadPayload = { documentId: id, awaited: requested === 'receipt' };
  jobs.enqueue(tx, {
    kind: DOWNLOAD,
    key: id,
    scope: source,
    audience: clientId,
    priority: priorityOf(
      { urgent: urgent === 1, legalDelay: legalDelay === 1, refused: archive === 'refused', modifiedOn, requested },
      today,
    ),
    rank: modifiedOn,
    requested: requested !== null,
    notBefore,
    payload,
  });
}
