import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { GuichetError, toErrorShape } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { periodOf } from '../content.ts';
import type { Desk } from '../desk.ts';
import type { Preparation } from '../preparation.ts';
import type { ReturnRow } from '../return-repository.ts';
import type { Submission } from '../submission.ts';
import type { Line } from './line.ts';
import { pauseAfter } from './patience.ts';
import { type QueuedReturn, queued } from './queue-repository.ts';
import { troubleOf } from './trouble.ts';

/** Returns that wait for the network and a consent, and are sent as soon as both are there. */
export interface FilingQueue {
  /**
   * Puts an approved return into the queue, whether there is a network or not.
   * @param userId who wants it sent; the current user when left out
   * @throws GuichetError `vat.not_now`, `vat.conflict`, `vat.blocked`, `vat.bytesAltered`
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
/** A return that changed under our hands, or is held by another process, is looked at again after this. */
const MOVED_MS = 1000;
/** The queue itself failed: looked at again after this. */
const STUCK_MS = 60_000;
/** A timer never sleeps longer, so that a clock that was set does not matter. */
const LONGEST_SLEEP_MS = 10 * 60_000;

const dueOf = (row: QueuedReturn): LocalDate => deadline(periodOf(row.periodKey)).effective;
const isDue = (row: QueuedReturn, now: number): boolean => (row.nextTryAt === null ? row.waitingFor === null : row.nextTryAt <= now);

export function createQueue({ context, desk, preparation, submission, line, tokens }: QueueParts): FilingQueue {
  const { db, ports, now, today } = context;
  /** Under way, by client. */
  const underWay = new Map<string, Promise<void>>();
  let running: Promise<void> | null = null;
  let stopTimer: (() => void) | null = null;
  let engaged = false;
  let closed = false;

  const due = (): QueuedReturn[] => queued.all(db).filter((row) => isDue(row, now()));

  /** The most pressing return of a declarant that has none on its way. */
  const pick = (): QueuedReturn | undefined =>
    due()
      .filter((row) => !underWay.has(row.clientId))
      .map((row) => ({ row, on: dueOf(row) }))
      .sort((a, b) => a.on.localeCompare(b.on) || a.row.queuedAt - b.row.queuedAt)[0]?.row;

  const hold = (rows: readonly QueuedReturn[], code: string | null, next: (row: QueuedReturn) => number | null): void => {
    db.write((tx) => {
      for (const row of rows) queued.hold(tx, row.id, code, next(row));
    });
    for (const clientId of new Set(rows.map((row) => row.clientId))) desk.announce(clientId);
  };

  /** The way is closed for all that wait; each is tried again by the patience of its own deadline. */
  const waitForLine = (code: string): void => {
    line.doubt();
    const rows = due();
    if (rows.length === 0) return;
    // One pause for all, that of the most pressing: they share one line.
    const pauses = rows.map((row) => pauseAfter(row.attempts, dueOf(row), today(), ports.random));
    const next = now() + Math.min(...pauses);
    hold(rows, code, () => next);
  };

  const takeOut = (row: QueuedReturn, error: unknown): void => {
    const shape = toErrorShape(error);
    const found = desk.find(row.id).row;
    if (found.state !== 'queued') return;
    db.write((tx) => {
      if (queued.leave(tx, desk.guard(found), JSON.stringify(shape)) === 0) return;
      desk.note(tx, found, { event: 'unqueue', sha256: found.sha256, reason: shape.code, userId: null });
    });
    desk.announce(row.clientId);
  };

  const failed = async (row: QueuedReturn, error: unknown): Promise<void> => {
    const { code } = toErrorShape(error);
    ports.log.write('info', 'filing.queue', { code, attempts: row.attempts });
    switch (troubleOf(error)) {
      case 'wait':
        waitForLine(code);
        return;
      case 'person':
        // Without any consent at all there is no need to find that out for each.
        hold((await tokens.active()).length === 0 ? due() : [row], code, () => null);
        return;
      case 'moved':
        hold([row], row.waitingFor, () => now() + MOVED_MS);
        return;
      default:
        takeOut(row, error);
    }
  };

  const attempt = async (row: QueuedReturn): Promise<void> => {
    try {
      const after = await submission.file(row.id, row.version, { userId: row.queuedBy, ready: line.open });
      // The connection was lost before the first byte left.
      if (after.state === 'queued') waitForLine(after.waitingFor ?? 'net.offline');
      else if (after.state === 'unknown') line.doubt();
    } catch (error) {
      await failed(row, error);
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
      const waiting = queued.all(db).find((each) => each.id === id);
      if (waiting) hold([waiting], waiting.waitingFor, () => now() + pauseAfter(0, dueOf(waiting), today(), ports.random));
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
