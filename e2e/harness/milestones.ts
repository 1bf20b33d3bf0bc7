import { setTimeout as after } from 'node:timers/promises';
import type { Guichet } from './launch.ts';

/** Moments the main process marks on its own timeline. */
export type Milestone = 'main-started' | 'window-created' | 'window-shown' | 'core-ready' | 'simulator-ready';

/** Waits for a moment of the main process and answers when it was, in milliseconds since the process began. */
export async function reached({ app }: Pick<Guichet, 'app'>, milestone: Milestone): Promise<number> {
  return app.evaluate(
    (_electron, name) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const mark = performance.getEntriesByName(name)[0];
          if (mark) resolve(mark.startTime);
          else setTimeout(look, 20);
        };
        look();
      }),
    `guichet/${milestone}`,
  );
}

/** Long for a start, short for a journey: one that never comes up says where it stands. */
const UP_MS = 45_000;

/** Waits until the first real data is on the screen. */
export async function interactive({ app, page }: Pick<Guichet, 'app' | 'page'>): Promise<void> {
  const ready = page.waitForFunction(() => document.documentElement.dataset.ready === 'true', undefined, { timeout: UP_MS });
  await ready.catch(async (error: unknown) => {
    const marks = app.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));
    const shown = page.evaluate(() => document.body.innerText.slice(0, 400));
    const stands = await Promise.race([Promise.allSettled([marks, shown]), after(5_000, 'neither process answers', { ref: false })]);
    throw new Error(`nothing on the screen after ${UP_MS / 1000} s: ${JSON.stringify(stands)}`, { cause: error });
  });
}
