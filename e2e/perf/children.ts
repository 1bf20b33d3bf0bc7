import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
  /** Most memory it held at once, in MB; 0 where the system does not tell. */
  readonly peakMegabytes: number;
}

const LOOK_MS = 50;

/** The system keeps the highest mark itself; it is only read now and then, since it ends with the process. */
function watchPeak(pid: number | undefined): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    try {
      peak = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? peak);
    } catch {
      // It has ended, or this is another system.
    }
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    return peak / 1024;
  };
}

/** Runs a program to its end, giving each line of its standard output to `onLine`. */
export function ended(child: ReturnType<typeof spawn>, onLine: (line: string) => void = () => {}): Promise<Ended> {
  const started = performance.now();
  const lines: string[] = [];
  let errors = '';
  const peak = watchPeak(child.pid);
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
      const peakMegabytes = peak();
      if (code !== 0) reject(new Error(`${child.spawnargs.slice(0, 6).join(' ')} ended with ${code}: ${errors}`));
      else resolve({ code, stdout: lines.join('\n'), ms: performance.now() - started, peakMegabytes });
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
