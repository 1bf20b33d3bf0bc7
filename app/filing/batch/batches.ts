import type { Context } from '#app/core/context.ts';
import { throttle } from '#app/core/throttle.ts';
import type { Leases } from '#app/identity/lease.ts';
import type { Batch, BatchAction } from '#shared/contract/vat-path.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { PeriodKey } from '#shared/domain/period.ts';
import { clientDirectory } from '../client-directory.ts';
import { isUntouched } from '../content/untouched.ts';
import type { Lookout } from '../elsewhere/lookout.ts';
import { returns } from '../return-repository.ts';
import { actingAs } from './acting-as.ts';
import { type BatchRow, type BatchRun, batches } from './batch-repository.ts';
import { settleFollowed, waitsFor } from './following.ts';
import { skipCode } from './plan.ts';
import { type BatchTools, step } from './steps.ts';

/** One process of the profile carries a batch on at a time. */
const LEASE = 'vat.batch';
const LEASE_MS = 300_000;
const RENEW_EVERY_ROWS = 100;
/** The window fetches its board anew with each announcement. */
const ANNOUNCE_MS = 250;

/** One action over the returns of many clients, row by row, each standing or falling alone. What is kept is in the tables. */
export interface Batches {
  /** @throws GuichetError `vat.batchRunning` */
  start(action: BatchAction, targets: readonly { clientId: string; periodKey: string }[]): Batch;
  /** The batch under way or the last one. */
  status(): Batch | null;
  /** Leaves what has not begun, and takes back what is still queued; what is on its way is followed to its end. */
  cancel(): Promise<Batch | null>;
  /** Goes on with a batch that a former run of the program began. */
  resume(): void;
  close(): Promise<void>;
}

export interface BatchParts {
  readonly context: Context;
  readonly leases: Leases;
  /** What the archive holds of a client's periods is known before one of its returns is approved or queued. */
  readonly lookout: Pick<Lookout, 'look'>;
  /** The use-cases as a given context knows who acts. */
  readonly tools: (acting: Context) => BatchTools;
}

const iso = (at: number): string => new Date(at).toISOString();

export function createBatches({ context, leases, lookout, tools }: BatchParts): Batches {
  const { db, ports, events } = context;
  let closed = false;
  let work: Promise<void> | null = null;

  const announce = throttle(ports.timers, ANNOUNCE_MS, () => {
    if (closed) return;
    for (const topic of ['vat', 'activity', 'status'] as const) events.publish(topic);
  });
  const breathe = (): Promise<void> => new Promise((resolve) => ports.timers.after(0, resolve));
  const toolsOf = (run: BatchRun): BatchTools =>
    tools(actingAs(context, context.users.byId(run.userId) ?? context.users.current(), announce));

  /** Writes down what came to its end, and ends a batch of which nothing is left. */
  const settle = (): void => {
    const run = batches.newest(db);
    if (!run) return;
    const settled = settleFollowed(db, run.id);
    const over = run.state === 'running' && batches.open(db, run.id) === 0;
    if (over) db.write((tx) => batches.end(tx, run.id, 'finished', context.now()));
    if (over || settled > 0) announce();
  };
  const settleSoon = throttle(ports.timers, ANNOUNCE_MS, () => {
    if (!closed) settle();
  });
  const stopListening = events.subscribe(({ topic, clientId }) => {
    // With a client: one return has moved, in this process.
    if (topic === 'vat' && clientId !== undefined) settleSoon();
  });

  const carryOut = (run: BatchRun, row: BatchRow, by: BatchTools, interrupted: boolean): void => {
    const target = { clientId: row.clientId, periodKey: row.periodKey };
    const known = returns.ofPeriod(db, row.clientId, row.periodKey)[0];
    const change = step(by, run.action, {
      target,
      client: clientDirectory.dueById(db, row.clientId),
      row: known,
      untouched: known !== undefined && isUntouched(db, known),
      interrupted,
    });
    db.write((tx) => {
      batches.setRow(tx, { batchId: run.id, position: row.position }, change);
      batches.begin(tx, run.id);
    });
  };

  const carryOn = async (run: BatchRun, resumed: boolean): Promise<void> => {
    const by = toolsOf(run);
    for (let count = 0; !closed; count++) {
      if (count % RENEW_EVERY_ROWS === 0 && !leases.take(LEASE, LEASE_MS)) return;
      const row = batches.begun(db, run.id);
      if (!row) break;
      await lookout.look(row.clientId);
      if (closed) return;
      carryOut(run, row, by, resumed && count === 0);
      announce();
      await breathe();
    }
    if (!closed) settle();
  };

  const begin = (run: BatchRun, resumed: boolean): void => {
    const go = (): Promise<void> => carryOn(run, resumed);
    // The one before may still be drawing breath after its last row.
    const mine: Promise<void> = (work === null ? go() : work.then(go))
      .catch((error: unknown) => ports.log.write('error', 'batch.failed', { code: toErrorShape(error).code }))
      .finally(() => {
        leases.release(LEASE);
        if (work === mine) work = null;
      });
    work = mine;
  };

  /** A batch that only waits for the network makes room for another: what it queued leaves by itself. So does one whose process is gone. */
  const makeRoom = (run: BatchRun): void => {
    const abandoned = work === null && batches.begun(db, run.id) !== undefined && leases.take(LEASE, LEASE_MS);
    if (!abandoned && waitsFor(db, run.id, context.now()) === null) throw new GuichetError('vat.batchRunning');
    db.write((tx) => {
      batches.leave(tx, run.id, skipCode('cancelled'));
      batches.end(tx, run.id, abandoned ? 'cancelled' : 'finished', context.now());
    });
  };

  const shown = (): Batch | null => {
    const run = batches.newest(db);
    if (!run) return null;
    const { id, action, state, startedAt, finishedAt } = run;
    return {
      id,
      action,
      state,
      startedAt: iso(startedAt),
      finishedAt: finishedAt === null ? null : iso(finishedAt),
      reason: state === 'running' ? waitsFor(db, id, context.now()) : null,
      rows: batches.shown(db, id),
    };
  };

  const resume = (): void => {
    settle();
    const run = batches.newest(db);
    if (work === null && run?.state === 'running' && batches.begun(db, run.id)) begin(run, true);
  };

  const takeBack = async (run: BatchRun): Promise<void> => {
    const by = toolsOf(run);
    for (const followed of batches.followed(db, run.id)) {
      const row = followed.state === 'queued' ? returns.ofPeriod(db, followed.clientId, followed.periodKey)[0] : undefined;
      if (row?.state !== 'queued') continue;
      try {
        by.unqueue(row);
      } catch {
        // It left meanwhile: it is followed like the others.
        continue;
      }
      const change = { outcome: 'skipped', code: skipCode('takenBack') } as const;
      db.write((tx) => batches.setRow(tx, { batchId: run.id, position: followed.position }, change));
      await breathe();
    }
  };

  return {
    start(action, targets) {
      settle();
      const last = batches.newest(db);
      if (last?.state === 'running') makeRoom(last);
      const id = context.id();
      const unique = new Map(targets.map((target) => [`${target.clientId} ${target.periodKey}`, target]));
      db.write((tx) => {
        const rows = [...unique.values()].map(({ clientId, periodKey }) => ({ clientId, periodKey: periodKey as PeriodKey }));
        batches.insert(tx, { id, action, userId: context.users.current().id, now: context.now() }, rows);
        batches.begin(tx, id);
      });
      const run = batches.newest(db)!;
      const answer = shown()!;
      begin(run, false);
      return answer;
    },
    status() {
      // A window goes on with what a command line left when it was killed.
      if (context.config.resume) resume();
      else settle();
      return shown();
    },
    async cancel() {
      const run = batches.newest(db);
      if (run?.state !== 'running') return shown();
      db.write((tx) => {
        batches.leave(tx, run.id, skipCode('cancelled'));
        batches.end(tx, run.id, 'cancelled', context.now());
      });
      await work;
      await takeBack(run);
      settle();
      announce();
      return shown();
    },
    resume,
    async close() {
      closed = true;
      stopListening();
      announce.stop();
      settleSoon.stop();
      await work;
    },
  };
}
