import type { Clients } from '#app/clients/clients.ts';
import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { documents } from '#app/documents/documents-repository.ts';
import type { MmfClient } from '#app/documents/mmf-client.ts';
import type { BlobStore } from '#app/platform/blobs/index.ts';
import { backoff, createJobStore, createRunner } from '#app/platform/jobs/index.ts';
import type { SearchIndex } from '#app/search/search-index.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { discover } from './discover.ts';
import { DOWNLOAD, DOWNLOAD_ATTEMPTS, downloadKind } from './download.ts';
import { enqueueRequested, retireGone } from './enqueue.ts';
import { createPatience } from './patience.ts';
import { createProgress } from './progress.ts';
import { createQuota } from './quota.ts';
import { type DocumentRequest, requestDocument } from './request-document.ts';
import { runs } from './runs.ts';
import { searchWhenAllowed } from './search-step.ts';
import { type Phase, snapshotOf } from './snapshot.ts';
import { type SearchTarget, searchTargets } from './targets.ts';
import { createTurn } from './turn.ts';

const PROGRESS_MS = 200;
/** Lists on the screen are read anew less often than the progress bar. */
const LISTS_MS = 1000;

export interface SyncSummary {
  readonly documents: number;
  readonly failed: number;
  readonly durationMs: number;
}

export interface Sync {
  status(): SyncSnapshot;
  /** Begins a run unless one is under way; its outcome shows in `status`. */
  start(clientId?: string): SyncSnapshot;
  cancel(): Promise<SyncSnapshot>;
  /** A whole run, awaited. @throws GuichetError `sync.*`, `identity.*`, `net.*`, `mmf.*` */
  run(request: { readonly client?: string | undefined }): Promise<SyncSummary>;
  requestDocument(request: DocumentRequest): Promise<string>;
  /** Puts a document at the head of the queue. @throws GuichetError `documents.unknown` */
  fetch(documentId: string): void;
  resume(): void;
  close(): Promise<void>;
}

export interface SyncDeps {
  readonly clients: Clients;
  readonly tokens: AccessTokens;
  readonly mmf: MmfClient;
  readonly blobs: BlobStore;
  readonly index: SearchIndex;
  readonly profile: () => QuotaProfile;
}

export function createSync(context: Context, deps: SyncDeps): Sync {
  const { db, audit, bus, events, ports, id, now, today } = context;
  const { clients, tokens, mmf, blobs, index, profile } = deps;
  const quota = createQuota(db, now, today, profile);
  const jobs = createJobStore(DOWNLOAD, DOWNLOAD_ATTEMPTS, id, now);
  const progress = createProgress();
  const announce = throttle(ports.timers, PROGRESS_MS, () => events.publish('sync'));
  const announceLists = throttle(ports.timers, LISTS_MS, () => {
    events.publish('documents');
    events.publish('clients');
  });
  const patience = createPatience(ports.timers, bus, now);
  const troubles = new Map<string | null, string>();
  let phase: Phase = 'idle';
  let current: { readonly done: Promise<SyncSummary>; readonly abort: AbortController } | null = null;
  let halted: string | null = null;
  let problem: string | null = null;
  let ended: SyncSummary | null = null;

  const kind = downloadKind({
    ...{ db, audit, bus, blobs, mmf, quota, now, today },
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
    halted: (reason) => {
      halted = reason;
      runner.setGate({ open: false, audience: null });
    },
  });
  const runner = createRunner(kind, jobs, { db, now, timers: ports.timers, random: ports.random, log: ports.log });
  const stopClock = bus.on('clock.moved', () => runner.poke());
  const turn = createTurn(context);
  // What another process is at is left to it.
  turn.ifFree(() => db.write((tx) => jobs.resetActive(tx)));

  const status = (): SyncSnapshot => snapshotOf({ phase, problem, ended, progress, runner, patience, clients, profile, db, now, today });

  const search = async (target: SearchTarget, signal: AbortSignal): Promise<void> => {
    await searchWhenAllowed(
      {
        ...{ db, quota, profile, now, today },
        discover: (request) => discover({ db, audit, bus, clients, mmf, jobs, id, now, today, breathe: patience.breathe }, request),
        waitUntil: (instant, reason) => {
          announce();
          return patience.until(instant, reason, signal);
        },
        backoff: (attempts) => backoff(attempts, ports.random),
      },
      { ...target, signal },
    );
  };

  /** Searches every target; one consent that fails does not hold back the others. */
  const searchAll = async (client: Client | null, signal: AbortSignal): Promise<unknown> => {
    let failure: unknown = null;
    for (const target of searchTargets(await tokens.active(), client)) {
      try {
        await search(target, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        failure ??= error;
      }
    }
    return failure;
  };

  /** What a process that ended since has left: jobs it had begun, contents half written. */
  const tidy = async (): Promise<void> => {
    if (runner.state().inFlight > 0) return;
    db.write((tx) => jobs.resetActive(tx));
    await blobs.sweep();
  };

  const work = async (client: Client | null, signal: AbortSignal): Promise<void> => {
    phase = 'searching';
    announce();
    await tidy();
    const failure = await searchAll(client, signal);
    // Cancelled while the last search was being taken in: nothing may start after that.
    if (signal.aborted) throw new GuichetError('sync.cancelled');
    const gate = { open: true, audience: client?.id ?? null };
    for (const { audience, count } of jobs.audiences(db, gate)) progress.expect(audience, count);
    // Where a quota holds them back, documents come too slowly to need it.
    if (profile() === 'off') blobs.expect(progress.total().total);
    index.refresh();
    announceLists();
    phase = 'downloading';
    announce();
    runner.setGate(gate);
    await runner.drained();
    if (signal.aborted) throw new GuichetError('sync.cancelled');
    if (halted) throw new GuichetError(halted, { retryable: true, action: halted.startsWith('identity.') ? 'connect' : 'retry' });
    if (failure) throw failure;
  };

  const finish = (runId: string, client: Client | null, outcome: string): SyncSummary => {
    const { done, failed } = progress.total();
    const finishedAt = now();
    const summary = { documents: done, failed, durationMs: finishedAt - (progress.startedAt() ?? finishedAt) };
    db.write((tx) => {
      runs.end(tx, { id: runId, finishedAt, documents: done, failed, outcome });
      for (const row of outcome === 'ok' ? (client ? [client] : clients.list()) : []) {
        clients.synced(tx, row.id, { at: finishedAt, trouble: troubles.get(row.id) ?? null });
      }
      const params = { documents: done, failed, outcome };
      audit.append(tx, { kind: outcome === 'ok' ? 'sync.finished' : 'sync.stopped', clientId: client?.id ?? null, params, shown: true });
    });
    return summary;
  };

  const execute = async (clientId: string | null, abort: AbortController): Promise<SyncSummary> => {
    const client = clientId === null ? null : clients.find(db, clientId);
    if (clientId !== null && !client) throw new GuichetError('clients.unknown');
    const runId = id();
    halted = null;
    problem = null;
    troubles.clear();
    progress.begin(now());
    db.write((tx) => {
      runs.closeOpen(tx, now());
      runs.begin(tx, { id: runId, clientId, startedAt: now() });
      retireGone(tx, today());
      jobs.retryAll(tx);
    });
    let failure: unknown = null;
    try {
      await work(client, abort.signal);
    } catch (error) {
      failure = error;
    }
    runner.setGate({ open: false, audience: null });
    // A core that is closing leaves the run open, for the next start to go on with it.
    if (closing) throw failure ?? new GuichetError('sync.cancelled');
    const code = failure === null ? 'ok' : failure instanceof GuichetError ? failure.code : 'internal';
    const summary = finish(runId, client, code);
    ended = { ...summary, durationMs: Math.max(0, summary.durationMs) };
    phase = 'idle';
    problem = code === 'ok' || code === 'sync.cancelled' ? null : code;
    for (const topic of ['sync', 'documents', 'clients', 'status', 'activity'] as const) events.publish(topic);
    if (failure !== null) throw failure;
    return summary;
  };

  let closing = false;
  const begin = (clientId: string | null): Promise<SyncSummary> => {
    if (current) return current.done;
    const abort = new AbortController();
    phase = 'searching';
    const done = turn
      .during(abort.signal, () => execute(clientId, abort))
      .finally(() => {
        current = null;
        phase = 'idle';
        events.publish('sync');
      });
    current = { done, abort };
    return done;
  };
  const beginQuietly = (clientId: string | null): void => {
    begin(clientId).catch((error: unknown) => {
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
    start: (clientId) => {
      beginQuietly(clientId ?? null);
      return status();
    },
    cancel: async () => {
      await stop();
      return status();
    },
    run: ({ client }) => begin(client ?? null),
    requestDocument: async (request) => {
      const documentId = await requestDocument(context, clients, tokens, jobs, request);
      runner.poke();
      return documentId;
    },
    fetch: (documentId) => {
      db.write((tx) => {
        const document = documents.find(tx, documentId);
        if (!document) throw new GuichetError('documents.unknown');
        enqueueRequested(tx, jobs, document, 'asked');
      });
      runner.poke();
    },
    resume: () => {
      const open = runs.open(db);
      if (open) beginQuietly(open.clientId);
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
