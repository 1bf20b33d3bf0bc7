import type { App } from 'electron';
import { HIDDEN } from './residence/login.ts';

/** Ends the program and starts it again with what it was started with, for a person who waits for it. */
export function startAnew(
  app: Pick<App, 'relaunch' | 'quit'>,
  { argv, env }: { readonly argv: readonly string[]; readonly env: NodeJS.ProcessEnv } = process,
): void {
  const { APPIMAGE: execPath } = env;
  const args = argv.slice(1).filter((word) => word !== HIDDEN);
  // What runs of an AppImage is mounted for this process alone.
  if (execPath) app.relaunch({ execPath, args });
  // Only where nothing is left out does Electron keep what `argv` does not show.
  else app.relaunch(argv.includes(HIDDEN) ? { args } : {});
  app.quit();
}
