import type { App } from 'electron';
import { HIDDEN } from './residence/login.ts';

/** Ends the program and starts it again with what it was started with, for a person who waits for it. */
export function startAnew(
  app: Pick<App, 'relaunch' | 'quit'>,
  { argv, env }: { readonly argv: readonly string[]; readonly env: NodeJS.ProcessEnv } = process,
): void {
  const args = argv.slice(1).filter((word) => word !== HIDDEN);
  // What runs of an AppImage is mounted for this process alone.
  app.relaunch({ args, ...(env.APPIMAGE ? { execPath: env.APPIMAGE } : {}) });
  app.quit();
}
