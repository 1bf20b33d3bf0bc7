import type { Context } from '#app/core/context.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { reclassify } from './reclassify.ts';

/** Between two batches; what the window asks for comes in between. */
const BREATH_MS = 5;

export interface Sorting {
  /** Sorts what an older list of types sorted, in the background; once for each list. */
  start(): void;
  close(): Promise<void>;
}

export function createSorting({ db, settings, ports, events }: Context): Sorting {
  let closed = false;
  let work: Promise<void> = Promise.resolve();
  const breathe = (): Promise<boolean> => new Promise((resolve) => ports.timers.after(BREATH_MS, () => resolve(!closed)));
  return {
    start: () => {
      work = reclassify(db, settings, breathe)
        .then((changed) => {
          if (changed > 0 && !closed) events.publish('documents');
        })
        .catch((error: unknown) => {
          ports.log.write('error', 'classifier.failed', { code: error instanceof GuichetError ? error.code : 'internal' });
        });
    },
    close: async () => {
      closed = true;
      await work;
    },
  };
}
