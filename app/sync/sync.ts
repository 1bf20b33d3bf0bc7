import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import type { ActiveConsent } from '#app/core/tokens.ts';
import { documents } from '#app/documents/documents-repository.ts';
import { backoff, createJobStore, createRunner } from '#app/platform/jobs/index.ts';
import { thisProcess } from '#app/platform/node/this-process.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { recordOutcomes } from './client-outcomes.ts';
import { discover } from './discover.ts';
import { downloadKind } from './download.ts';
import { DOWNLOAD, DOWNLOAD_ATTEMPTS } from './download-job.ts';
import { enqueueRequested } from './enqueue.ts';
import { lastRefresh } from './limits.ts';
import { createPatience } from './patience.ts';
import { createProgress } from './progress.ts';
import { followClients, recallDeferred, reprioritise, requeue, retireGone } from './queue.ts';
import { createQuota } from './quota.ts';
import { createRefusals } from './refusals.ts';
import { requestDocument } from './request-document.ts';
import { runs } from './runs.ts';
import { searchWhenAllowed } from './search-step.ts';
import { createShown } from './shown.ts';
import { type Phase, snapshotOf } from './snapshot.ts';
import { spfTimeOf } from './spf-time.ts';
import type { Cause, Sync, SyncDeps, SyncSummary } from './sync-types.ts';
import { type SearchTarget, searchTargets } from './targets.ts';
import { createTurn } from './turn.ts';
import { oldestOn } from './watermark.ts';

const PROGRESS_MS = 200;
/** Beyond this the clock of the sandbox was moved on purpose, and time is meant to have passed. */
const CORRECTION_MS = 60_000;
/** Lists on the screen are read anew less often than the progress bar. */
const LISTS_MS = 1000;

export type { Sync, SyncSummary } from './sync-types.ts';

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

export function createSync(context: Context, deps: SyncDeps): Sync {
  const { db, audit, bus, events, ports, id, now, today } = context;
  const { clients, tokens, mmf, blobs, profile } = deps;
  const spf = spfTimeOf(context);
  const holder = `${thisProcess.id}/${id()}`;
  const ended = (whose: string): boolean => !thisProcess.alive(Number(whose.split('/')[0]));
  const quota = createQuota({ db, clock: ports.clock, today, profile, holder, ended });
  const jobs = createJobStore(DOWNLOAD, DOWNLOAD_ATTEMPTS, id, now);
  const progress = createProgress();
  const announce = throttle(ports.timers, PROGRESS_MS, () => events.publish('sync'));
  const announceLists = throttle(ports.timers, LISTS_MS, () => {
    events.publish('documents');
    events.publish('clients');
  });
  const patience = createPatience(ports.timers, bus, now);
  const refusals = createRefusals();
  const shown = createShown(now);
  const troubles = new Map<string | null, string>();
  /** Enterprises whose consent gives tokens, and what became of their searches: `null` for a success. */
  const active = new Set<string>();
  const searches = new Map<string, string | null>();
  let consents: readonly ActiveConsent[] = [];
  let phase: Phase = 'idle';
  /** Another process of the profile syncs. */
  let isElsewhere = false;
  let current: { readonly done: Promise<SyncSummary>; readonly abort: AbortController; readonly clientId: string | null } | null = null;
  let halted: string | null = null;
  let problem: string | null = null;
  let lost: string | null = null;
  let finished: SyncSummary | null = null;

  const kind = downloadKind({
    ...{ db, audit, bus, blobs, mmf, quota, refusals, active, now, day: spf.day },
    random: ports.random,
    unlimited: () => profile() === 'off',
    settled: (batch) => {
      for (const { job, result, reason } of batch) {
        progress.finished(job.audience, reason === null, result.kind === 'stored' ? result.received.staged.size : 0);
        if (reason !== null) troubles.set(job.audience, reason);
      }
      announce();
      announceLists();
    },
    gaveUp: (clientId, reason) => {
      progress.finished(clientId, false, 0);
      troubles.set(clientId, reason);
      announce();
    },
    lost: (_source, reason) => {
      lost ??= reason;
    },
    halted: (reason) => {
      halted = reason;
      runner.setGate({ open: false, audience: null });
    },
  });
  const runner = createRunner(kind, jobs, { db, now, timers: ports.timers, random: ports.random, log: ports.log });
  const stopClock = bus.on('clock.moved', ({ byMs }) => {
    // A few seconds are a better guess of the same time, which has not passed meanwhile.
    if (Math.abs(byMs) < CORRECTION_MS) quota.corrected(byMs);
    runner.poke();
  });
  const turn = createTurn(context);
  // What another process is at is left to it.
  turn.ifFree(() => db.write((tx) => jobs.resetActive(tx)));

  const status = (): SyncSnapshot =>
    snapshotOf({ phase, isElsewhere, problem, ended: finished, progress, runner, patience, clients, profile, db, now, today });

  /** Downloads that are queued go on while a search waits for its turn. */
  const open = (client: Client | null): void => {
    const gate = { open: true, audience: client?.id ?? null };
    for (const { audience, count } of jobs.audiences(db, gate)) progress.queued(audience, count);
    runner.setGate(gate);
  };

  const search = async (target: SearchTarget, client: Client | null, signal: AbortSignal): Promise<void> => {
    const isActive = (enterprise: string): boolean => active.has(enterprise);
    const found = {
      db,
      audit,
      bus,
      clients,
      mmf,
      jobs,
      id,
      now,
      isActive,
      day: spf.day,
      refreshed: spf.refreshed,
      breathe: patience.breathe,
    };
    await searchWhenAllowed(
      {
        ...{ db, quota, profile, now, today },
        discover: (request) => discover(found, request),
        waitUntil: (instant, reason) => {
          if (reason === 'sync.searchQuota') open(client);
          announce();
          return patience.until(instant, reason, signal);
        },
        backoff: (attempts) => backoff(attempts, ports.random),
      },
      { ...target, signal },
    );
  };

  /** Searches under every consent side by side, each with its own quota; one that fails does not hold back the others. */
  const searchAll = async (client: Client | null, signal: AbortSignal): Promise<unknown> => {
    consents = await tokens.active();
    active.clear();
    for (const { enterprise } of consents) active.add(enterprise);
    const isArchived = (enterprise: string): boolean => clients.byNumber(db, enterprise)?.archived ?? false;
    const failures = await Promise.all(
      searchTargets(consents, client, isArchived).map(async (target) => {
        try {
          await search(target, client, signal);
          searches.set(target.enterprise, null);
          return null;
        } catch (error) {
          if (signal.aborted) throw error;
          searches.set(target.enterprise, error instanceof GuichetError ? error.code : 'internal');
          return error;
        }
      }),
    );
    return failures.find((failure) => failure !== null) ?? null;
  };

  /** The queue as it should be today: nothing missing, nothing that is over, each in its place. */
  const arrange = (refusedBefore: number): void =>
    db.write((tx) => {
      // Without an answer the day is only what our clock believes; nothing is given up on its word.
      if (spf.known()) retireGone(tx, spf.day());
      followClients(tx);
      requeue(tx, jobs, spf.day(), refusedBefore);
      reprioritise(tx, spf.day(), shown.ids());
    });

  /** What a process that ended since has left: jobs it had begun, contents half written. */
  const tidy = async (): Promise<void> => {
    if (runner.state().inFlight > 0) return;
    db.write((tx) => jobs.resetActive(tx));
    await blobs.sweep();
  };

  const work = async (client: Client | null, cause: Cause, signal: AbortSignal): Promise<void> => {
    phase = 'searching';
    announce();
    await tidy();
    const failure = await searchAll(client, signal);
    // Cancelled while the last search was being taken in: nothing may start after that.
    if (signal.aborted) throw new GuichetError('sync.cancelled');
    // What SPF refused is asked for again once in a run, and by the schedule once a day.
    arrange(cause === 'person' ? progress.startedAt()! : Math.min(progress.startedAt()!, lastRefresh(now())));
    open(client);
    // Where a quota holds them back, documents come too slowly to need it.
    if (profile() === 'off') blobs.expect(progress.total().total);
    announceLists();
    phase = 'downloading';
    announce();
    // A document somebody waits for stays in the queue when the run is cancelled, perhaps for as long as the server asks for patience.
    await Promise.race([runner.drained(), aborted(signal)]);
    if (signal.aborted) throw new GuichetError('sync.cancelled');
    const reason = halted ?? lost;
    if (reason) throw new GuichetError(reason, { retryable: true, action: reason.startsWith('identity.') ? 'connect' : 'retry' });
    if (failure) throw failure;
  };

  /** Why the searches that show a client failed; one that succeeded is enough. */
  const searchFailure = ({ enterpriseNumber }: Client): string | null => {
    const showing = consents.filter(({ enterprise, kind }) => kind === 'firm' || enterprise === enterpriseNumber);
    const outcomes = showing.map(({ enterprise }) => searches.get(enterprise));
    if (outcomes.includes(null)) return null;
    return outcomes.find((code) => code !== undefined && code !== null) ?? 'sync.noConsent';
  };

  const finish = (runId: string, client: Client | null, outcome: string): SyncSummary => {
    const { done, failed } = progress.total();
    const finishedAt = now();
    const summary = { documents: done, failed, durationMs: finishedAt - (progress.startedAt() ?? finishedAt) };
    const unfinished = new Set(jobs.audiences(db, { open: true, audience: client?.id ?? null }).map(({ audience }) => audience));
    db.write((tx) => {
      runs.end(tx, { id: runId, finishedAt, documents: done, failed, outcome });
      if (searches.size > 0) {
        const scope = client ? [client] : clients.list();
        recordOutcomes(tx, clients, scope, { at: finishedAt, oldest: oldestOn(spf.day()), troubles, unfinished, searchFailure });
      }
      const params = { documents: done, failed, outcome };
      audit.append(tx, { kind: outcome === 'ok' ? 'sync.finished' : 'sync.stopped', clientId: client?.id ?? null, params, shown: true });
    });
    return summary;
  };

  const execute = async (clientId: string | null, cause: Cause, abort: AbortController): Promise<SyncSummary> => {
    const client = clientId === null ? null : clients.find(db, clientId);
    if (clientId !== null && !client) throw new GuichetError('clients.unknown');
    const runId = id();
    isElsewhere = false;
    halted = null;
    problem = null;
    lost = null;
    troubles.clear();
    searches.clear();
    refusals.begin();
    progress.begin(now());
    db.write((tx) => {
      runs.closeOpen(tx, now());
      runs.begin(tx, { id: runId, clientId, startedAt: now() });
      recallDeferred(tx);
      jobs.retryAll(tx);
    });
    let failure: unknown = null;
    try {
      await work(client, cause, abort.signal);
    } catch (error) {
      failure = error;
    }
    runner.setGate({ open: false, audience: null });
    // A core that is closing leaves the run open, for the next start to go on with it.
    if (closing) throw failure ?? new GuichetError('sync.cancelled');
    const code = failure === null ? 'ok' : failure instanceof GuichetError ? failure.code : 'internal';
    const summary = finish(runId, client, code);
    finished = { ...summary, durationMs: Math.max(0, summary.durationMs) };
    phase = 'idle';
    problem = code === 'ok' || code === 'sync.cancelled' ? null : code;
    for (const topic of ['sync', 'documents', 'clients', 'status', 'activity'] as const) events.publish(topic);
    if (failure !== null) throw failure;
    return summary;
  };

  let closing = false;
  const begin = (clientId: string | null, cause: Cause): Promise<SyncSummary> => {
    if (current) return current.done;
    const abort = new AbortController();
    phase = 'searching';
    const waits = (): void => {
      if (!isElsewhere) announce();
      isElsewhere = true;
    };
    const done = turn
      .during(abort.signal, waits, () => execute(clientId, cause, abort))
      .finally(() => {
        current = null;
        isElsewhere = false;
        phase = 'idle';
        events.publish('sync');
      });
    current = { done, abort, clientId };
    return done;
  };
  const beginQuietly = (clientId: string | null, cause: Cause): void => {
    begin(clientId, cause).catch((error: unknown) => {
      ports.log.write('warn', 'sync.ended', { code: error instanceof GuichetError ? error.code : 'internal' });
    });
  };
  const stop = async (): Promise<void> => {
    current?.abort.abort();
    patience.wake();
    runner.setGate({ open: false, audience: null });
    await runner.interrupt();
    await current?.done.catch(() => {});
  };

  return {
    status,
    start: (clientId, cause = 'person') => {
      beginQuietly(clientId ?? null, cause);
      return status();
    },
    cancel: async () => {
      await stop();
      return status();
    },
    run: ({ client }) => begin(client ?? null, 'person'),
    searchAgain: () => {
      if (current?.clientId !== null || phase !== 'downloading') return false;
      const { signal } = current.abort;
      searchAll(null, signal)
        .then(() => {
          arrange(0);
          open(null);
        })
        .catch((error: unknown) =>
          ports.log.write('warn', 'sync.notSearchedAgain', { code: error instanceof GuichetError ? error.code : 'internal' }),
        );
      return true;
    },
    requestDocument: async (request) => {
      const documentId = await requestDocument(context, clients, tokens, jobs, request);
      runner.poke();
      return documentId;
    },
    fetch: (documentId) => {
      db.write((tx) => {
        const document = documents.find(tx, documentId);
        if (!document) throw new GuichetError('documents.unknown');
        enqueueRequested(tx, jobs, document, spf.day(), 'asked');
      });
      runner.poke();
    },
    show: (documentIds) => {
      const changed = shown.replace(documentIds);
      if (changed.length > 0) db.write((tx) => reprioritise(tx, spf.day(), shown.ids(), changed));
    },
    resume: () => {
      const open = runs.open(db);
      if (open) beginQuietly(open.clientId, 'schedule');
      else runner.poke();
    },
    close: async () => {
      closing = true;
      stopClock();
      announce.stop();
      announceLists.stop();
      await stop();
      await runner.close();
    },
  };
}
