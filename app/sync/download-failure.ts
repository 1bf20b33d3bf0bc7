import type { ArchiveRecord } from '#app/documents/documents-repository.ts';
import type { Writer } from '#app/platform/db/index.ts';
import type { Outcome } from '#app/platform/jobs/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import type { DownloadResult } from './download.ts';
import { nextRefresh } from './limits.ts';

/** While the network is away nothing is counted against a document. */
const OFFLINE_PAUSE_MS = 5000;
/** A consent that does not work is not tried again in this run; a new run does. */
const DEFERRED_MS = 3_600_000;

export interface FailureContext {
  readonly document: ArchiveRecord;
  /** A receipt that may not be in SPF's cache before tomorrow. */
  readonly awaited: boolean;
  readonly now: number;
  /** Wait before the next try. */
  readonly delayMs: number;
  /** Code of why SPF refuses, which names the mandate. */
  readonly refusal: string;
  readonly pause: (until: number) => void;
  readonly note: (reason: string, retryAt: number) => ((tx: Writer) => void) | undefined;
  /** Remembers the refusal. @returns how to ask under another consent that shows the document, `null` when there is none */
  readonly elsewhere: () => ((tx: Writer) => void) | null;
  /** The consent does not work. @returns whether others go on without it */
  readonly deferSource: (until: number, reason: string) => boolean;
}

type Decision = (error: GuichetError, context: FailureContext) => Outcome<DownloadResult>;

const retry: Decision = ({ code }, { delayMs, now, note }) => ({
  type: 'retry',
  afterMs: delayMs,
  reason: code,
  note: note(code, now + delayMs),
});

const refuse = (reason: string, { correlationId }: GuichetError, { document }: FailureContext): Outcome<DownloadResult> => ({
  type: 'failed',
  reason,
  result: { kind: 'none', document, archive: 'refused', reason, correlationId: correlationId ?? null },
});

const patience: Decision = (error, { document, now, delayMs, pause }) => {
  const until = typeof error.params.until === 'number' ? error.params.until : now + delayMs;
  pause(until);
  return { type: 'rateLimited', until, scope: document.source, reason: 'sync.retryAfter' };
};

const halt: Decision = ({ code }) => ({ type: 'halt', reason: code });

/** Not counted by the clock of retries: a receipt is looked for after each nightly refresh, for as long as SPF would give it. */
const tomorrow: Decision = ({ code }, { now, note }) => ({
  type: 'retry',
  afterMs: nextRefresh(now) - now,
  reason: code,
  note: note(code, nextRefresh(now)),
});

const missing: Decision = (error, context) => (context.awaited ? tomorrow : refuse.bind(null, error.code))(error, context);

const forbidden: Decision = (error, context) => {
  if (context.awaited) return tomorrow(error, context);
  const elsewhere = context.elsewhere();
  if (elsewhere) return { type: 'retry', afterMs: 0, reason: error.code, note: elsewhere };
  return refuse(context.refusal, error, context);
};

const withoutConsent: Decision = (error, context) => {
  const until = context.now + DEFERRED_MS;
  if (!context.deferSource(until, error.code)) return halt(error, context);
  return { type: 'retry', afterMs: DEFERRED_MS, reason: error.code, note: context.note(error.code, until) };
};

/** What each failure of a download means for the document and for the queue. Anything not listed is tried again. */
const DECISIONS: Readonly<Record<string, Decision>> = {
  'mmf.missingPermission': forbidden,
  'mmf.badRequest': missing,
  'mmf.unknownDocument': missing,
  'mmf.quota': patience,
  'mmf.unavailable': (error, context) => ('until' in error.params ? patience : retry)(error, context),
  'mmf.token': withoutConsent,
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
  const decision = DECISIONS[error.code] ?? (error.code.startsWith('identity.') ? withoutConsent : retry);
  return decision(error, context);
}
