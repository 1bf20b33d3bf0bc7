import type { Context } from '#app/core/context.ts';
import type { Timers } from '#app/core/ports.ts';
import type { Mender } from './mend.ts';
import { paceOn } from './pace.ts';
import { archiveRows, type Checkable } from './repository.ts';

export interface RoundOptions {
  /** Documents not known to be whole since this instant are read. */
  readonly before: number;
  /** At most so many. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly progress: (documents: number, damaged: number) => void;
}

/**
 * Reads documents again, a few side by side, with pauses between steps; what was read is on record after each step, so that a round which
 * ends early goes on where it was. @throws GuichetError `archive.*`
 */
export async function verificationRound({ db, ports, now, today }: Context, mender: Mender, options: RoundOptions): Promise<void> {
  const { before, signal, progress } = options;
  let left = options.limit;
  while (!signal.aborted && left > 0) {
    const { step, atOnce, pauseMs } = paceOn(today());
    const batch = archiveRows.unchecked(db, before, Math.min(step, left));
    if (batch.length === 0) return;
    const { read, damaged } = await examineAll(batch, mender, atOnce, signal);
    db.write((tx) => {
      // Also those found damaged: their own rows say so, and none is read twice in a round.
      archiveRows.verified(tx, read, Math.max(now(), before));
    });
    left -= read.length;
    progress(read.length, damaged);
    await pause(ports.timers, pauseMs, signal);
  }
}

async function examineAll(batch: readonly Checkable[], mender: Mender, atOnce: number, signal: AbortSignal) {
  const queue = [...batch];
  const read: number[] = [];
  let damaged = 0;
  const reader = async (): Promise<void> => {
    for (let document = queue.shift(); document && !signal.aborted; document = queue.shift()) {
      if ((await mender.examine(document)) !== 'whole') damaged += 1;
      read.push(document.seq);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, reader));
  return { read, damaged };
}

const pause = (timers: Timers, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = timers.after(ms, end);
    signal.addEventListener('abort', end);
  });
