import { url as inspectorUrl } from 'node:inspector';
import type { App } from 'electron';

/**
 * Switches of Chromium by which whoever starts the program could look into its window, load something into it or run something in its place. A fuse
 * keeps Node's debugger out; no fuse keeps these out.
 */
export const DENIED = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins', 'auto-open-devtools-for-tabs'],
  ...['load-extension', 'disable-extensions-except', 'enable-automation', 'js-flags'],
  ...['disable-web-security', 'allow-file-access-from-files', 'disable-site-isolation-trials', 'single-process'],
  ...['browser-subprocess-path', 'renderer-cmd-prefix', 'utility-cmd-prefix', 'gpu-launcher', 'log-net-log', 'enable-logging', 'log-file'],
] as const;

type Started = { readonly isPackaged: boolean; readonly commandLine: Pick<App['commandLine'], 'hasSwitch' | 'removeSwitch'> };

/**
 * Forgets them in an installed application, before Chromium reads them.
 * @param inspected Node's debugger is open, which the fuse of what is shipped makes impossible: the variant that journeys are played in
 * @returns those that were there
 */
export function dropSwitches(app: Started, inspected: boolean = inspectorUrl() !== undefined): string[] {
  if (!app.isPackaged || inspected) return [];
  const given = DENIED.filter((name) => app.commandLine.hasSwitch(name));
  for (const name of given) app.commandLine.removeSwitch(name);
  return given;
}
