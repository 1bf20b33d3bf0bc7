import { setTimeout as after } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';

interface Captured {
  guichetOpened?: string[];
}

const TRIES = 20;
/** The debugger's promise may also be lost without a word. */
const ANSWERS_MS = 5_000;

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([work, after(ANSWERS_MS, null, { ref: false }).then(() => Promise.reject(new Error('garbage collected, or as good as')))]);

/** Takes the place of the system's browser: addresses are noted and nothing opens. Answers the way to read them. */
export async function captureBrowser(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const capture = (): Promise<void> =>
    app.evaluate(({ shell }) => {
      const opened: string[] = [];
      (globalThis as Captured).guichetOpened = opened;
      shell.openExternal = async (url) => {
        opened.push(url);
      };
    });
  // This early in the process its collector may take the debugger's promise away, even again; asking anew changes nothing in the application.
  for (let left = TRIES; ; left -= 1) {
    try {
      await inTime(capture());
      break;
    } catch (error) {
      if (left === 0 || !String(error).includes('garbage collected')) throw error;
    }
  }
  return () => app.evaluate(() => (globalThis as Captured).guichetOpened ?? []);
}

/** Answers the next "save as" with this path, or cancels it. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = (async () => ({ canceled: chosen === null, filePath: chosen ?? '' })) as typeof dialog.showSaveDialog;
  }, filePath);
}
