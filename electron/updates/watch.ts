import type { Updater } from './updater.ts';

/** Not while everything starts, then once a day for those who never close the program. */
const FIRST_MS = 90_000;
const AGAIN_MS = 24 * 3_600_000;

/** Looks for new versions by itself; downloading one is up to a person. Answers how to stop. */
export function watchUpdates(updater: () => Promise<Updater>): () => void {
  let timer: NodeJS.Timeout;
  const look = (afterMs: number): void => {
    timer = setTimeout(() => {
      look(AGAIN_MS);
      updater()
        .then(async (one) => {
          // What is downloaded already waits for a person; asking again would forget it.
          if ((await one.status()).state !== 'ready') await one.check();
        })
        .catch(() => {});
    }, afterMs);
    timer.unref();
  };
  look(FIRST_MS);
  return () => clearTimeout(timer);
}
