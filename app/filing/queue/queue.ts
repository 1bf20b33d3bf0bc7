import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { Desk } from '../desk.ts';
import { assertNotFiledElsewhere } from '../elsewhere/filed-elsewhere.ts';
import type { Preparation } from '../preparation.ts';
import type { ReturnRow } from '../return-repository.ts';
import type { Submission } from '../submission.ts';
import type { Line } from './line.ts';
import { pauseAfter } from './patience.ts';
import { type QueuedReturn, queued } from './queue-repository.ts';
import { createWaiting, dueOf } from './waiting.ts';

/** Returns that wait for the network and a consent, and are sent as soon as both are there. */
export interface FilingQueue {
  /**
   * Puts an approved return into the queue, whether there is a network or not.
   * @param userId who wants it sent; the current user when left out
   * @throws GuichetError `vat.not_now`, `vat.conflict`, `vat.blocked`, `vat.bytesAltered`, `vat.filed_elsewhere`
   */
  add(id: string, version: number, userId?: string): ReturnRow;
  /** Takes it out again; it stays approved. @throws GuichetError `vat.not_now` once it is being sent */
  remove(id: string, version: number, userId?: string): ReturnRow;
  /** One return now, whatever the queue does; one that no byte of left the machine waits in the queue afterwards. */
  sendNow(id: string, version: number): Promise<ReturnRow>;
  /** Resolves when nothing is on its way and nothing can go: all that is left waits for a time, the network or a person. */
  settled(): Promise<void>;
  /** Something happened after which SPF may be reached: what waits is tried at once. */
  wake(): void;
  /** Goes on by itself from now on, with what an earlier run left too. */
  watch(): void;
  close(): Promise<void>;
}

export interface QueueParts {
  readonly context: Context;
  readonly desk: Desk;
  readonly preparation: Preparation;
  readonly submission: Submission;
  readonly line: Line;
  readonly tokens: AccessTokens;
}

/** Sendings at the same time; one at most for a declarant, whose returns build on each other. */
const CONCURRENCY = 3;
/** The queue itself failed: looked at again after this. */
const STUCK_MS = 60_000;
/** A timer never sleeps longer, so that a clock that was set does not matter. */
const LONGEST_SLEEP_MS = 10 * 60_000;

export function createQueue({ context, desk, preparation, submission, line, tokens }: QueueParts): FilingQueue {
  const { db, ports, now, today } = context;
  const waiting = createWaiting({ context, desk, line, tokens });
  const { due, hold } = waiting;
  /** Under way, by client. */
  const underWay = new Map<string, Promise<void>>();
  let running: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let engaged = false;
  let closed = false;

  /** The most pressing return of a declarant that has none on its way. */
  const pick = (): QueuedReturn | undefined =>
    due()
      .filter((row) => !underWay.has(row.clientId))
      .map((row) => ({ row, on: dueOf(row) }))
      .sort((a, b) => a.on.localeCompare(b.on) || a.row.queuedAt - b.row.queuedAt)[0]?.row;

  const attempt = async (row: QueuedReturn): Promise<void> => {
    try {
      const after = await submission.file(row.id, row.version, { userId: row.queuedBy, ready: line.open });
      // The connection was lost before the first byte left.
      if (after.state === 'queued') waiting.forLine(after.waitingFor ?? 'net.offline');
      else if (after.state === 'unknown') line.doubt();
    } catch (error) {
      await waiting.after(row, error);
    }
  };

  const start = (row: QueuedReturn): void => {
    const work = attempt(row)
      .catch((error: unknown) => {
        ports.log.write('error', 'filing.queueFailed', { code: toErrorShape(error).code });
        hold([row], 'internal', () => now() + STUCK_MS);
      })
      .finally(() => underWay.delete(row.clientId));
    underWay.set(row.clientId, work);
  };

  const run = async (): Promise<void> => {
    while (!closed) {
      for (let next = pick(); next !== undefined && underWay.size < CONCURRENCY; next = pick()) start(next);
      if (underWay.size === 0) return;
      await Promise.race(underWay.values());
    }
    await Promise.all(underWay.values());
  };

  const sleep = (): void => {
    stopTimer?.();
    stopTimer = null;
    const times = queued.all(db).flatMap(({ nextTryAt }) => (nextTryAt === null ? [] : [nextTryAt]));
    if (closed || times.length === 0) return;
    stopTimer = ports.timers.after(Math.min(Math.max(Math.min(...times) - now(), 0), LONGEST_SLEEP_MS), pump);
  };

  const pump = (): void => {
    if (closed || !engaged || running) return;
    running = run().then(
      () => {
        running = null;
        if (closed) return;
        // Something may have come in between the last look and now.
        if (due().length > 0) pump();
        else sleep();
      },
      (error: unknown) => {
        running = null;
        ports.log.write('error', 'filing.queueFailed', { code: toErrorShape(error).code });
        // What keeps us from writing, a full disk perhaps, is not over at once.
        if (!closed) stopTimer = ports.timers.after(STUCK_MS, pump);
      },
    );
  };

  const hope = (codes: string): void => {
    if (closed) return;
    const hopeful = db.write((tx) => queued.hope(tx, codes, now()));
    if (hopeful > 0) line.doubt();
    pump();
  };

  const stopListening = [
    context.bus.on('woken', () => hope('%')),
    context.bus.on('clock.moved', () => pump()),
    context.events.subscribe(({ topic }) => {
      if (topic !== 'identity' || closed || !engaged) return;
      tokens.active().then(
        (consents) => consents.length > 0 && hope('identity.%'),
        () => undefined,
      );
    }),
  ];

  const change = (id: string, version: number, event: 'queue' | 'unqueue', userId: string | undefined): ReturnRow => {
    const found = desk.findAt(id, version);
    const { row } = found;
    desk.next(row, event);
    if (event === 'queue') {
      assertNotFiledElsewhere(db, row);
      preparation.assertFileable(found);
      submission.assertIntact(found);
    }
    const guard = { ...desk.guard(row), ...(userId === undefined ? {} : { userId }) };
    db.write((tx) => {
      desk.changed(event === 'queue' ? queued.enter(tx, guard) : queued.leave(tx, guard, null));
      desk.note(tx, row, { event, sha256: row.sha256, userId: guard.userId });
    });
    desk.announce(row.clientId);
    return desk.find(id).row;
  };

  return {
    add(id, version, userId) {
      const row = change(id, version, 'queue', userId);
      engaged = true;
      pump();
      return row;
    },
    remove: (id, version, userId) => change(id, version, 'unqueue', userId),
    async sendNow(id, version) {
      if (closed) throw new GuichetError('vat.conflict', { action: 'retry', retryable: true });
      const row = await submission.file(id, version);
      if (row.state !== 'queued') return row;
      engaged = true;
      const held = queued.all(db).find((each) => each.id === id);
      if (held) hold([held], held.waitingFor, () => now() + pauseAfter(0, dueOf(held), today(), ports.random));
      sleep();
      return desk.find(id).row;
    },
    settled: async () => {
      while (running) await running;
    },
    wake: () => hope('%'),
    watch: () => {
      engaged = true;
      hope('%');
    },
    async close() {
      closed = true;
      stopTimer?.();
      for (const stop of stopListening) stop();
      await running;
    },
  };
}
