import type { Context } from '#app/core/context.ts';
import { toErrorShape } from '#shared/domain/errors.ts';

const AGAIN_MS = 30_000;

/** Writes down what a POST came to, and does not forget it while the disk refuses. */
export interface OutcomeKeeper<Sent> {
  /** @throws what the writing threw; when it was the database, it is tried again until it is written */
  keep(sent: Sent): void;
  stop(): void;
}

/**
 * SPF answered and the database cannot take it, a full disk for instance. The references of an accepted return are in memory alone then: they are
 * held and written as soon as it can be. Should the program end first, the next start makes the return unknown, and its receipt decides.
 */
export function createOutcomeKeeper<Sent>({ ports }: Pick<Context, 'ports'>, write: (sent: Sent) => void): OutcomeKeeper<Sent> {
  const timers = new Set<() => void>();
  const isOfTheDisk = (error: unknown): boolean => toErrorShape(error).code.startsWith('db.');

  const later = (sent: Sent): void => {
    const stop = ports.timers.after(AGAIN_MS, () => {
      timers.delete(stop);
      try {
        write(sent);
      } catch (error) {
        ports.log.write('error', 'filing.outcomeNotWritten', { code: toErrorShape(error).code });
        if (isOfTheDisk(error)) later(sent);
      }
    });
    timers.add(stop);
  };

  return {
    keep: (sent) => {
      try {
        write(sent);
      } catch (error) {
        if (isOfTheDisk(error)) later(sent);
        throw error;
      }
    },
    stop: () => {
      for (const stop of timers) stop();
      timers.clear();
    },
  };
}
