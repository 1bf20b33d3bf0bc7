import type { ArchiveRecord } from '#app/documents/documents-repository.ts';
import { command, type Writer } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import { addDays, type LocalDate } from '#shared/domain/local-date.ts';
import { DOWNLOAD, type DownloadPayload } from './download.ts';
import { LOOK_BACK_DAYS } from './limits.ts';
import { PRIORITY, priorityOf } from './priorities.ts';

type Waiting = Pick<ArchiveRecord, 'id' | 'source' | 'clientId' | 'archive' | 'modifiedOn'>;

/** Queues what the archive does not hold and SPF may give. */
export function enqueueDownload(tx: Writer, jobs: JobStore, document: Waiting & { readonly urgent: boolean }, today: LocalDate): void {
  if (document.archive === 'stored' || document.archive === 'gone') return;
  const priority = priorityOf({ urgent: document.urgent, refused: document.archive === 'refused', modifiedOn: document.modifiedOn }, today);
  put(tx, jobs, document, priority, false, { documentId: document.id });
}

/** Somebody waits for this one: a person before the screen, or a filing for its receipt. */
export function enqueueRequested(tx: Writer, jobs: JobStore, document: Waiting, reason: 'asked' | 'receipt', notBefore = 0): void {
  if (document.archive === 'stored') return;
  put(tx, jobs, document, PRIORITY[reason], true, { documentId: document.id, awaited: reason === 'receipt' }, notBefore);
}

function put(
  tx: Writer,
  jobs: JobStore,
  document: Waiting,
  priority: number,
  requested: boolean,
  payload: DownloadPayload,
  notBefore = 0,
): void {
  const { id, source, clientId, modifiedOn } = document;
  jobs.enqueue(tx, {
    kind: DOWNLOAD,
    key: id,
    scope: source,
    audience: clientId,
    priority,
    rank: modifiedOn,
    requested,
    notBefore,
    payload,
  });
}

const markGone = command<{ oldest: string }>(
  'sync.markGone',
  `UPDATE document SET archive = 'gone', reason = 'sync.left', version = version + 1
   WHERE archive IN ('waiting', 'refused', 'damaged') AND modified_on < @oldest`,
);
const dropGone = command<{ kind: string }>(
  'sync.dropGone',
  `DELETE FROM job WHERE kind = @kind AND active = 0 AND key IN (SELECT id FROM document WHERE archive = 'gone')`,
);

/** Documents that left SPF's window before they could be fetched are shown as a gap, not chased. @returns how many */
export function retireGone(tx: Writer, today: LocalDate): number {
  const gone = tx.run(markGone, { oldest: addDays(today, -LOOK_BACK_DAYS) });
  tx.run(dropGone, { kind: DOWNLOAD });
  return gone;
}
