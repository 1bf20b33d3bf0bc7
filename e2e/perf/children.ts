import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../harness/runtime.ts';

const main = path.join(root, 'app/cli/main.ts');
// As scripts/guichet.mjs starts it: with compiled code kept from one run to the next.
const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(tmpdir(), 'guichet-bench-compiled') };
const node = (args: readonly string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { cwd: root, env });

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly ms: number;
}

/** Runs a program to its end, giving each line of its standard output to `onLine`. */
export function ended(child: ReturnType<typeof spawn>, onLine: (line: string) => void = () => {}): Promise<Ended> {
  const started = performance.now();
  const lines: string[] = [];
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(-2000);
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    onLine(line);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${child.spawnargs.slice(0, 6).join(' ')} ended with ${code}: ${errors}`));
      else resolve({ code, stdout: lines.join('\n'), ms: performance.now() - started });
    });
  });
}

/** A verb of the command line in a process of its own. @throws Error unless it exits 0 */
export const guichet = (args: readonly string[], onLine?: (line: string) => void): Promise<Ended> => ended(node(args), onLine);

/** The simulator as its own process, as a server would be. Answers what its ready line says. */
export async function simulatorProcess(
  args: readonly string[],
): Promise<{ api: string; auth: string; control: string; issuer: string; stop(): void }> {
  const child = node(['simulator', ...args]);
  const [line] = await new Promise<string[]>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (text) => resolve([text]));
    child.once('close', (code) => reject(new Error(`the simulator ended with ${code}`)));
  });
  return { ...JSON.parse(line!), stop: () => child.kill('SIGTERM') };
}
