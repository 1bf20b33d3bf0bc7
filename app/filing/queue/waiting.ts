import type { Context } from '#app/core/context.ts';
import type { AccessTokens } from '#app/core/tokens.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { periodOf } from '../content.ts';
import type { Desk } from '../desk.ts';
import type { Line } from './line.ts';
import { pauseAfter } from './patience.ts';
import { type QueuedReturn, queued } from './queue-repository.ts';
import { troubleOf } from './trouble.ts';

/** Which returns of the queue may be tried now, and what a try that failed does to them. */
export interface Waiting {
  due(): QueuedReturn[];
  /** @param next when it may be tried again; `null`: only when something gives hope */
  hold(rows: readonly QueuedReturn[], code: string | null, next: (row: QueuedReturn) => number | null): void;
  /** The way to SPF is closed, for all that would go now. */
  forLine(code: string): void;
  /** A try of this return failed before anything was sent. */
  after(row: QueuedReturn, error: unknown): Promise<void>;
}

export interface WaitingParts {
  readonly context: Context;
  readonly desk: Desk;
  readonly line: Line;
  readonly tokens: AccessTokens;
}

/** A return that changed under our hands, or is held by another process, is looked at again after this. */
const MOVED_MS = 1000;

export const dueOf = (row: QueuedReturn): LocalDate => deadline(periodOf(row.periodKey)).effective;
const isDue = (row: QueuedReturn, now: number): boolean => (row.nextTryAt === null ? row.waitingFor === null : row.nextTryAt <= now);

export function createWaiting({ context, desk, line, tokens }: WaitingParts): Waiting {
  const { db, ports, now, today } = context;
  const due = (): QueuedReturn[] => queued.all(db).filter((row) => isDue(row, now()));

  const hold = (rows: readonly QueuedReturn[], code: string | null, next: (row: QueuedReturn) => number | null): void => {
    db.write((tx) => {
      for (const row of rows) queued.hold(tx, row.id, code, next(row));
    });
    for (const clientId of new Set(rows.map((row) => row.clientId))) desk.announce(clientId);
  };

  /** The way is closed for all that wait; each is tried again by the patience of its own deadline. */
  const forLine = (code: string): void => {
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

  const after = async (row: QueuedReturn, error: unknown): Promise<void> => {
    const { code } = toErrorShape(error);
    ports.log.write('info', 'filing.queue', { code, attempts: row.attempts });
    switch (troubleOf(error)) {
      case 'wait':
        forLine(code);
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

  return { due, hold, forLine, after };
}
