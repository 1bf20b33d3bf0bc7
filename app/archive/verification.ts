import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Mender } from './mend.ts';
import { dailyShare, paceOn } from './pace.ts';
import { archiveRows } from './repository.ts';
import { verificationRound } from './round.ts';
import { createRunNote } from './run-note.ts';

const PROGRESS_MS = 200;
/** Not in the first minutes, when the person wants the window; then looked at again each hour, since the program may run for weeks. */
const FIRST_LOOK_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 60 * 60_000;

export interface VerificationState {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  readonly finishedAt: number | null;
  /** Code of what ended the last one early, `null` when nothing did. */
  readonly problem: string | null;
}

export interface Verification {
  state(): VerificationState;
  /** Begins a verification of everything, or goes on with the one that was interrupted. */
  begin(): void;
  /** Ends it; what was read stays read, but the next one begins anew. */
  cancel(): Promise<void>;
  /** Reads today's part of the archive unless it was read. */
  share(): Promise<void>;
  /** Goes on with what an ended process had begun, and reads a part of the archive each day from now on. */
  watch(): void;
  close(): Promise<void>;
}

interface Current {
  readonly abort: AbortController;
  readonly done: Promise<void>;
  readonly whole: boolean;
}

export function createVerification(context: Context, mender: Mender): Verification {
  const { db, audit, events, ports, now, today } = context;
  const note = createRunNote(context);
  const announce = throttle(ports.timers, PROGRESS_MS, () => events.publish('archive'));
  let current: Current | null = null;
  let progress = { done: 0, total: 0, damaged: 0 };
  let problem: string | null = null;
  let closing = false;
  let stopWatch = (): void => {};

  const round = (before: number, limit: number, signal: AbortSignal): Promise<void> =>
    verificationRound(context, mender, {
      before,
      limit,
      signal,
      progress: (documents, damaged) => {
        progress = { ...progress, done: progress.done + documents, damaged: progress.damaged + damaged };
        announce();
      },
    });

  const run = (whole: boolean, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const abort = new AbortController();
    problem = null;
    const done = work(abort.signal)
      .catch((error: unknown) => {
        problem = error instanceof GuichetError ? error.code : 'internal';
        ports.log.write('warn', 'archive.verificationEnded', { code: problem });
      })
      .finally(() => {
        current = null;
        if (!closing) events.publish('archive');
      });
    current = { abort, done, whole };
    return done;
  };

  const verifyAll = async (signal: AbortSignal): Promise<void> => {
    const last = note.get();
    const startedAt = last.open && last.startedAt !== null && last.startedAt <= now() ? last.startedAt : now();
    if (startedAt !== last.startedAt) db.write((tx) => archiveRows.forgetMended(tx));
    note.set({ startedAt, open: true });
    const { documents } = archiveRows.totals(db);
    progress = { done: documents - archiveRows.uncheckedCount(db, startedAt), total: documents, damaged: 0 };
    announce();
    await round(startedAt, Number.MAX_SAFE_INTEGER, signal);
    if (signal.aborted) return;
    note.set({ finishedAt: now(), open: false, shareOn: today() });
    const params = { documents: progress.total, damaged: progress.damaged };
    db.write((tx) => audit.append(tx, { kind: 'archive.verified', params, shown: true }));
    events.publish('activity');
  };

  const readShare = async (signal: AbortSignal): Promise<void> => {
    const pace = paceOn(today());
    const { documents } = archiveRows.totals(db);
    const limit = dailyShare(pace, now(), documents, (instant) => archiveRows.uncheckedCount(db, instant));
    progress = { done: 0, total: limit, damaged: 0 };
    await round(now(), limit, signal);
    if (!signal.aborted) note.set({ shareOn: today() });
  };

  const share = async (): Promise<void> => {
    if (current || note.get().shareOn === today()) return;
    await run(false, readShare);
  };
  const begin = (): void => {
    if (current?.whole) return;
    current?.abort.abort();
    const before = current?.done;
    void run(true, async (signal) => {
      await before;
      if (!signal.aborted) await verifyAll(signal);
    });
  };
  const watchAfter = (ms: number): void => {
    stopWatch = ports.timers.after(ms, () => {
      void share().finally(() => {
        if (!closing) watchAfter(LOOK_AGAIN_MS);
      });
    });
  };

  return {
    state: () => ({ running: current !== null, done: progress.done, total: progress.total, finishedAt: note.get().finishedAt, problem }),
    begin,
    cancel: async () => {
      current?.abort.abort();
      await current?.done;
      note.set({ open: false });
    },
    share,
    watch: () => {
      if (note.get().open) begin();
      watchAfter(FIRST_LOOK_MS);
    },
    close: async () => {
      closing = true;
      stopWatch();
      announce.stop();
      current?.abort.abort();
      await current?.done;
    },
  };
}
