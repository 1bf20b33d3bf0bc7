import type { Log, Random, Timers } from '#app/core/ports.ts';
import type { Database } from '#app/platform/db/index.ts';
import { backoff } from './backoff.ts';
import type { Finished, Gate, Job, JobKind, Outcome } from './job.ts';
import type { JobStore } from './job-store.ts';

/** So many results, or what has come in after so long, are made durable together: one flush of the database for all of them. */
const GROUP = 512;
const GROUP_MS = 200;
/** Results waiting beyond this hold back new tries, so that memory and open files stay bounded. */
const BACKLOG = 1024;

export interface RunnerState {
  readonly inFlight: number;
  /** When the next row may run and why not now; `null` while something runs or nothing is left. */
  readonly waiting: { readonly until: number; readonly reason: string | null } | null;
}

export interface Runner {
  setGate(gate: Gate): void;
  /** Something changed outside: new rows, or the clock. */
  poke(): void;
  state(): RunnerState;
  /** Resolves when nothing within the gate is left to run in the near future. */
  drained(): Promise<void>;
  /** Ends tries under way; their rows stay. */
  interrupt(): Promise<void>;
  close(): Promise<void>;
}

interface RunnerDeps {
  readonly db: Database;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  readonly now: () => number;
}

export function createRunner<P, R>(kind: JobKind<P, R>, store: JobStore, { db, timers, random, log, now }: RunnerDeps): Runner {
  const queue: Job<P>[] = [];
  const running = new Set<Promise<void>>();
  const pauses = new Map<string, { until: number; reason: string }>();
  let finished: Finished<P, R>[] = [];
  let settling: Promise<void> | null = null;
  let gate: Gate = { open: false, audience: null };
  let abort = new AbortController();
  let stopWake: (() => void) | null = null;
  let stopGroup: (() => void) | null = null;
  let waiting: RunnerState['waiting'] = null;
  const waiters: (() => void)[] = [];
  /** Scopes that had rows at the last look; `null` when rows may have come since. */
  let scopes: readonly string[] | null = null;
  let closed = false;
  let interrupting = false;
  /**
   * Nothing can go on without a person: until the gate is opened or something else changed. A row somebody waits for is not held back by a
   * closed gate, and would be tried without end.
   */
  let halted = false;
  const halt = (reason: string): void => {
    halted = true;
    kind.halted(reason);
  };

  const pausedScopes = (): string[] => {
    for (const [scope, { until }] of pauses) if (until <= now()) pauses.delete(scope);
    return [...pauses.keys()];
  };

  const fill = (): void => {
    if (halted || running.size + queue.length >= kind.concurrency) return;
    const paused = pausedScopes();
    // A queue of thousands is not looked through at every answer while all of it is paused.
    if (scopes?.every((scope) => paused.includes(scope))) return;
    const room = kind.concurrency - running.size + kind.ahead();
    queue.push(...(db.write((tx) => store.claim(tx, gate, paused, room)) as Job<P>[]));
  };

  const giveBack = (job: Job<P>, reason: string | null, nextTryAt = 0, attempts = job.attempts): void =>
    db.write((tx) => store.release(tx, job.id, { attempts, nextTryAt, reason }));

  const conclude = (job: Job<P>, outcome: Outcome<R>, interrupted: boolean): void => {
    switch (outcome.type) {
      case 'done':
        finished.push({ job, result: outcome.result, reason: null });
        break;
      case 'failed':
        finished.push({ job, result: outcome.result, reason: outcome.reason });
        break;
      case 'retry':
        if (interrupted) giveBack(job, null);
        else {
          db.write((tx) => {
            store.release(tx, job.id, { attempts: job.attempts + 1, nextTryAt: now() + outcome.afterMs, reason: outcome.reason });
            outcome.note?.(tx);
          });
        }
        break;
      case 'rateLimited':
        pauses.set(outcome.scope, { until: Math.max(outcome.until, pauses.get(outcome.scope)?.until ?? 0), reason: outcome.reason });
        giveBack(job, outcome.reason);
        // What was claimed ahead for this scope would only meet the same wall.
        for (const ahead of queue.splice(0)) giveBack(ahead, null);
        break;
      case 'halt':
        giveBack(job, outcome.reason);
        for (const ahead of queue.splice(0)) giveBack(ahead, null);
        halt(outcome.reason);
        break;
    }
  };

  const attempt = async (job: Job<P>): Promise<void> => {
    const { signal } = abort;
    let outcome: Outcome<R>;
    try {
      outcome = await kind.run(job, signal);
    } catch (error) {
      log.write('error', 'jobs.failed', { kind: kind.kind, error: error instanceof Error ? error.name : 'unknown' });
      outcome = { type: 'retry', afterMs: backoff(job.attempts, random), reason: 'internal' };
    }
    conclude(job, outcome, signal.aborted);
  };

  const settle = async (): Promise<void> => {
    do {
      const batch = finished;
      finished = [];
      try {
        const change = await kind.settle(batch);
        db.write((tx) => {
          change(tx);
          store.remove(
            tx,
            batch.map(({ job }) => job.id),
          );
        });
        kind.settled(batch);
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        log.write('error', 'jobs.settleFailed', { kind: kind.kind, count: batch.length, error: name });
        const blocked = kind.blocked?.(error) ?? null;
        if (blocked === null)
          for (const { job } of batch) giveBack(job, 'internal', now() + backoff(job.attempts, random), job.attempts + 1);
        else {
          for (const { job } of [...batch, ...queue.splice(0).map((job) => ({ job }))]) giveBack(job, blocked);
          halt(blocked);
        }
      }
    } while (finished.length >= GROUP);
  };

  const settleNow = (): void => {
    stopGroup?.();
    stopGroup = null;
    if (settling || finished.length === 0) return;
    settling = settle().finally(() => {
      settling = null;
      pump();
    });
  };

  const settleSoon = (): void => {
    if (finished.length >= GROUP || running.size + queue.length === 0) settleNow();
    else if (finished.length > 0) stopGroup ??= timers.after(GROUP_MS, settleNow);
  };

  const start = (job: Job<P>): void => {
    const work: Promise<void> = attempt(job).finally(() => {
      running.delete(work);
      settleSoon();
      pump();
    });
    running.add(work);
  };

  /** The earliest instant at which a row of the gate may run. */
  const nextWake = (): RunnerState['waiting'] => {
    const times = store.times(db, gate);
    scopes = times.map(({ scope }) => scope);
    const candidates = times.map(({ scope, at }) => {
      const pause = pauses.get(scope);
      return pause && pause.until > at ? pause : { until: at, reason: null };
    });
    return candidates.reduce<RunnerState['waiting']>((best, each) => (best && best.until <= each.until ? best : each), null);
  };

  const rest = (): void => {
    waiting = halted ? null : nextWake();
    if (!waiting) {
      for (const resolve of waiters.splice(0)) resolve();
      return;
    }
    stopWake = timers.after(Math.max(waiting.until - now(), 1), pump);
  };

  const pump = (): void => {
    stopWake?.();
    stopWake = null;
    if (closed || interrupting) return;
    if (finished.length < BACKLOG) {
      fill();
      while (running.size < kind.concurrency && queue.length > 0) start(queue.shift()!);
    }
    if (running.size > 0 || settling || queue.length > 0 || finished.length > 0) {
      waiting = null;
      settleSoon();
    } else rest();
  };

  const interrupt = async (): Promise<void> => {
    interrupting = true;
    for (const job of queue.splice(0)) giveBack(job, null);
    abort.abort();
    while (running.size > 0 || settling || finished.length > 0) {
      if (running.size === 0) settleNow();
      await Promise.all([...running, settling]);
    }
    abort = new AbortController();
    interrupting = false;
    pump();
  };

  return {
    setGate: (next) => {
      gate = next;
      scopes = null;
      if (next.open) halted = false;
      else for (const job of queue.splice(0)) giveBack(job, null);
      pump();
    },
    poke: () => {
      scopes = null;
      halted = false;
      pump();
    },
    state: () => ({ inFlight: running.size + finished.length, waiting }),
    drained: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        pump();
      }),
    interrupt,
    close: async () => {
      closed = true;
      stopWake?.();
      await interrupt();
      for (const resolve of waiters.splice(0)) resolve();
    },
  };
}
