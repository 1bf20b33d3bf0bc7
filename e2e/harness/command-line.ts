import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { giveConsent } from './consent.ts';
import { root } from './runtime.ts';

/** Runs a verb of the command line and answers its standard output. @throws Error when it does not exit 0 */
export async function runGuichet(args: readonly string[]): Promise<string> {
  const command = ['--disable-warning=ExperimentalWarning', path.join(root, 'app/cli/main.ts'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Connects a profile of the command line, playing the person at the consent page. */
export async function connectGuichet(args: readonly string[]): Promise<void> {
  const command = [
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'app/cli/main.ts'),
    'connect',
    '--no-browser',
    '--json',
    ...args,
  ];
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  // Its address is the first line, its result the last.
  for await (const line of createInterface(child.stdout)) {
    const { url } = JSON.parse(line) as { url?: string };
    if (url) await giveConsent(url);
  }
  if ((await ended) !== 0) throw new Error('not connected');
}
