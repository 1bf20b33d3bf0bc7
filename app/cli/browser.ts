import { spawn } from 'node:child_process';

/** No shell stands between: the address is one argument, whatever is in it. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Opens a page in the system's browser. Without one nothing happens: the address was printed as well. */
export function openBrowser(url: string): void {
  const [program, ...first] = OPENERS[process.platform] ?? OPENERS.linux!;
  const child = spawn(program!, [...first, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
