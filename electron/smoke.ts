import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

/** `guichet --smoke`: the program opens, shows its first data, says how long it took and ends. */
export const SMOKE = '--smoke';
const WITHIN_MS = 60_000;
const LOOK_MS = 50;
const PREFIX = 'guichet/';

/**
 * A folder for this one run, gone afterwards. With the switch no other profile can be opened, and in a new one only the sandbox with the
 * simulator inside can: it holds no vendor's file. Whoever starts the program this way can neither see nor change what a person keeps in it.
 */
export function smokeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-smoke-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export interface SmokeOptions {
  readonly window: () => BrowserWindow | null;
  /** When the core and what it needs are up. */
  readonly up: Promise<unknown>;
  readonly say: (line: string) => void;
  /** Ends the program the usual way, or at once with a code. */
  readonly quit: () => void;
  readonly exit: (code: number) => void;
}

/** Waits for the window's first data, asks the core through the window's own door, then prints a line per milestone. */
export async function proveItself({ window, up, say, quit, exit }: SmokeOptions): Promise<void> {
  const late = after(WITHIN_MS, 'late', { ref: false });
  const outcome = await Promise.race([late, up.then(() => clientsSeen(window))]).catch((error: unknown) => String(error));
  for (const { name, startTime } of performance.getEntriesByType('mark')) {
    if (name.startsWith(PREFIX)) say(`smoke ${name.slice(PREFIX.length)} ${Math.round(startTime)} ms`);
  }
  const ready = typeof outcome === 'number' && outcome > 0;
  say(ready ? `smoke ready ${Math.round(performance.now())} ms, ${outcome} clients` : `smoke failed: ${outcome}`);
  if (ready) quit();
  else exit(1);
}

const READY = `document.documentElement.dataset.ready === 'true'`;
const CLIENTS = `guichet.call('clients.list', {}).then((answer) => answer.ok ? answer.value.clients.length : answer.error.code)`;

/** Clients the page can list, or the code of what it was told instead. */
async function clientsSeen(window: () => BrowserWindow | null): Promise<number | string> {
  for (;;) {
    const contents = window()?.webContents;
    if (contents && !contents.isLoading() && (await contents.executeJavaScript(READY)) === true) {
      return (await contents.executeJavaScript(CLIENTS)) as number | string;
    }
    await after(LOOK_MS);
  }
}
