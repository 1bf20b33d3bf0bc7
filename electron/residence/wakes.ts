import { net, powerMonitor } from 'electron';
import type { Ask } from '../workers/ask.ts';

/** How often the network is looked at; the system tells only the window when it returns. */
const LOOK_MS = 20_000;
/** The core knows when something new may show; asking more often costs a row read. */
const ROUND_MS = 15 * 60_000;

/** Tells the core, and `woke`, when the machine woke, the network came back or time has passed. @returns the way to stop */
export function watchWakes(ask: Ask, woke: () => void): () => void {
  const wake = (cause: 'start' | 'resume' | 'online' | 'timer'): void => {
    void ask('sync.wake', { cause }).catch(() => {});
    woke();
  };
  let online = net.isOnline();
  const look = setInterval(() => {
    const now = net.isOnline();
    if (now && !online) wake('online');
    online = now;
  }, LOOK_MS);
  const round = setInterval(() => wake('timer'), ROUND_MS);
  const resumed = (): void => wake('resume');
  powerMonitor.on('resume', resumed);
  wake('start');
  return () => {
    clearInterval(look);
    clearInterval(round);
    powerMonitor.off('resume', resumed);
  };
}
