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

/** Waits until the first real data is on the screen. */
export async function interactive({ page }: Pick<Guichet, 'page'>): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}
