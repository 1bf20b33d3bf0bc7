import type { ArchiveRecord } from '#app/documents/documents-repository.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { Outcome } from '#app/platform/jobs/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import type { DownloadResult } from './download.ts';
import { nextRefresh } from './limits.ts';

/** While the network is away nothing is counted against a document. */
const OFFLINE_PAUSE_MS = 5000;

export interface FailureContext {
  readonly document: ArchiveRecord;
  /** A receipt that may not be in SPF's cache before tomorrow. */
  readonly awaited: boolean;
  readonly now: number;
  /** Wait before the next try. */
  readonly delayMs: number;
  readonly pause: (until: number) => void;
  readonly note: (reason: string) => ((tx: Writer) => void) | undefined;
}

type Decision = (error: GuichetError, context: FailureContext) => Outcome<DownloadResult>;

const retry: Decision = ({ code }, { delayMs, note }) => ({ type: 'retry', afterMs: delayMs, reason: code, note: note(code) });

const refused: Decision = ({ code, correlationId }, { document }) => ({
  type: 'failed',
  reason: code,
  result: { kind: 'none', document, archive: 'refused', reason: code, correlationId: correlationId ?? null },
});

const patience: Decision = (error, { document, now, delayMs, pause }) => {
  const until = typeof error.params.until === 'number' ? error.params.until : now + delayMs;
  pause(until);
  return { type: 'rateLimited', until, scope: document.source, reason: 'sync.retryAfter' };
};

const halt: Decision = ({ code }) => ({ type: 'halt', reason: code });

const missing: Decision = (error, context) => {
  if (!context.awaited) return refused(error, context);
  // Not counted by the clock of retries: a receipt is looked for after each nightly refresh, for as long as SPF would give it.
  return { type: 'retry', afterMs: nextRefresh(context.now) - context.now, reason: error.code };
};

/** What each failure of a download means for the document and for the queue. Anything not listed is tried again. */
const DECISIONS: Readonly<Record<string, Decision>> = {
  'mmf.missingPermission': missing,
  'mmf.badRequest': missing,
  'mmf.unknownDocument': missing,
  'mmf.quota': patience,
  'mmf.unavailable': (error, context) => ('until' in error.params ? patience : retry)(error, context),
  'mmf.token': halt,
  'mmf.headers': halt,
  'net.forbidden': halt,
  'archive.diskFull': halt,
  'archive.readOnly': halt,
  'net.offline': ({ code }, { document, now }) => ({
    type: 'rateLimited',
    until: now + OFFLINE_PAUSE_MS,
    scope: document.source,
    reason: code,
  }),
};

export function downloadFailure(error: GuichetError, context: FailureContext): Outcome<DownloadResult> {
  const decision = DECISIONS[error.code] ?? (error.code.startsWith('identity.') ? halt : retry);
  return decision(error, context);
}
