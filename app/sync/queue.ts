import { command, query, type Writer } from '#app/platform/db/index.ts';
import type { JobStore } from '#app/platform/jobs/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { DOWNLOAD } from './download-job.ts';
import { enqueueDownload, type Waiting } from './enqueue.ts';
import { priorityOf } from './priorities.ts';
import { oldestOn } from './watermark.ts';

interface QueuedRow {
  readonly job: string;
  readonly documentId: string;
  readonly priority: number;
  readonly requested: number;
  readonly awaited: number | null;
  readonly urgent: number;
  readonly legalDelay: number;
  readonly archive: string;
  readonly modifiedOn: LocalDate;
}

const QUEUED = `SELECT j.id AS job, d.id AS documentId, j.priority, j.requested, json_extract(j.payload, '$.awaited') AS awaited, d.urgent,
  d.legal_delay AS legalDelay, d.archive, d.modified_on AS modifiedOn FROM job j JOIN document d ON d.id = j.key WHERE j.kind = @kind`;
const queued = query<QueuedRow, { kind: string }>('queue.all', QUEUED);
const queuedSome = query<QueuedRow, { kind: string; ids: string }>(
  'queue.some',
  `${QUEUED} AND j.key IN (SELECT value FROM json_each(@ids))`,
);
const setPriority = command<{ job: string; priority: number }>('queue.priority', 'UPDATE job SET priority = @priority WHERE id = @job');

/** Gives queued documents the place they have today: one that waited since yesterday may be leaving now. @param ids only these */
export function reprioritise(tx: Writer, today: LocalDate, shown: ReadonlySet<string>, ids?: readonly string[]): void {
  const rows = ids ? tx.all(queuedSome, { kind: DOWNLOAD, ids: JSON.stringify(ids) }) : tx.all(queued, { kind: DOWNLOAD });
  for (const { job, documentId, priority, modifiedOn, ...row } of rows) {
    const due = priorityOf(
      {
        urgent: row.urgent === 1,
        legalDelay: row.legalDelay === 1,
        refused: row.archive === 'refused',
        modifiedOn,
        requested: row.requested === 0 ? null : row.awaited === 1 ? 'receipt' : 'asked',
        shown: shown.has(documentId),
      },
      today,
    );
    if (due !== priority) tx.run(setPriority, { job, priority: due });
  }
}

const unqueued = query<Waiting, { kind: string; oldest: string; refusedBefore: number }>(
  'queue.missing',
  `SELECT * FROM (
     SELECT id, source, client_id AS clientId, archive, modified_on AS modifiedOn, urgent, legal_delay AS legalDelay, tried_at AS triedAt,
       (SELECT max(c.modified_on) FROM document_content c WHERE c.document_seq = d.seq) AS contentOf
     FROM document d
     WHERE modified_on >= @oldest AND NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = @kind AND j.key = d.id))
   WHERE archive IN ('waiting', 'damaged') OR (archive = 'refused' AND coalesce(triedAt, 0) < @refusedBefore)
     OR (archive = 'stored' AND modifiedOn > contentOf)`,
);

/**
 * Queues every document that should be in the archive, is not, and has no place in the queue: the table alone is enough to know what is left
 * to do. Refused ones come back when they were last asked for before the given instant.
 */
export function requeue(tx: Writer, jobs: JobStore, day: LocalDate, refusedBefore: number): void {
  for (const row of tx.all(unqueued, { kind: DOWNLOAD, oldest: oldestOn(day), refusedBefore })) enqueueDownload(tx, jobs, row, day);
}

const markGone = command<{ oldest: string }>(
  'queue.markGone',
  `UPDATE document SET archive = 'gone', reason = 'sync.left', retry_at = NULL, version = version + 1
   WHERE archive IN ('waiting', 'refused', 'damaged') AND modified_on < @oldest`,
);
const bringBack = command<{ oldest: string }>(
  'queue.bringBack',
  `UPDATE document SET archive = 'waiting', reason = NULL, version = version + 1 WHERE archive = 'gone' AND modified_on >= @oldest`,
);
const dropDone = command<{ kind: string }>(
  'queue.dropDone',
  `DELETE FROM job WHERE kind = @kind AND active = 0 AND key IN (SELECT id FROM document WHERE archive = 'gone')`,
);

/**
 * Documents that left SPF's window before they could be fetched are shown as a loss, not chased; those that a wrong clock took for such come
 * back. @param day by SPF's own clock
 */
export function retireGone(tx: Writer, day: LocalDate): void {
  const oldest = oldestOn(day);
  tx.run(markGone, { oldest });
  tx.run(bringBack, { oldest });
  tx.run(dropDone, { kind: DOWNLOAD });
}

const leaveOut = command(
  'queue.leaveOut',
  `UPDATE document SET archive = 'excluded', reason = 'sync.excludedClient', retry_at = NULL, version = version + 1
   WHERE archive IN ('waiting', 'refused', 'damaged') AND client_id IN (SELECT id FROM client WHERE archived = 1)
     AND id NOT IN (SELECT key FROM job WHERE requested = 1)`,
);
const takeIn = command(
  'queue.takeIn',
  `UPDATE document SET archive = 'waiting', reason = NULL, version = version + 1
   WHERE archive = 'excluded' AND reason = 'sync.excludedClient' AND client_id IN (SELECT id FROM client WHERE archived = 0)`,
);
const dropExcluded = command<{ kind: string }>(
  'queue.dropExcluded',
  `DELETE FROM job WHERE kind = @kind AND active = 0 AND requested = 0 AND key IN (SELECT id FROM document WHERE archive = 'excluded')`,
);

/** Documents of clients that are no longer ones are left out, and wanted again with the client. */
export function followClients(tx: Writer): void {
  tx.run(takeIn);
  tx.run(leaveOut);
  tx.run(dropExcluded, { kind: DOWNLOAD });
}

const defer = command<{ kind: string; source: string; until: number; reason: string }>(
  'queue.defer',
  'UPDATE job SET next_try_at = @until, reason = @reason WHERE kind = @kind AND scope = @source AND active = 0',
);
const recall = command<{ kind: string }>(
  'queue.recall',
  `UPDATE job SET next_try_at = 0, reason = NULL WHERE kind = @kind AND active = 0
     AND (reason LIKE 'identity.%' OR reason IN ('mmf.token', 'sync.noConsent'))`,
);

/** What only one consent shows waits while that consent does not work; the others go on. */
export function deferSource(tx: Writer, source: string, until: number, reason: string): void {
  tx.run(defer, { kind: DOWNLOAD, source, until, reason });
}

/** A new run tries them again. */
export function recallDeferred(tx: Writer): void {
  tx.run(recall, { kind: DOWNLOAD });
}
