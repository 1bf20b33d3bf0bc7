import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 400;
const MOST_ANCESTORS = 6;

interface Parentage {
  readonly pid: number;
  readonly parent: number;
}

/** Field 4 of `/proc/<pid>/stat`; the name before it may hold spaces and brackets. 0 when the process is gone. */
function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function isNpm(pid: number): boolean {
  try {
    return /(^|\/)npm(-cli\.js)?[\s\0]/.test(`${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\0`.replace(/^\S*node\0/, ''));
  } catch {
    return false;
  }
}

/** The processes from this one up to npm, each with its parent; empty when npm is not among them. */
function chainToNpm(): Parentage[] {
  const chain: Parentage[] = [];
  for (let pid = process.pid; chain.length < MOST_ANCESTORS; ) {
    const parent = pid === process.pid ? process.ppid : parentOf(pid);
    if (parent <= 1) return [];
    chain.push({ pid, parent });
    if (isNpm(parent)) return chain;
    pid = parent;
  }
  return [];
}

/**
 * A signal sent to `npm run` ends npm and its shell, but not what the shell runs: a simulator would keep its port, a sync go on unseen.
 * So this process ends when those that started it are gone. Where the system does not tell who they are, its own parent alone is watched.
 */
export function endWithLauncher(): void {
  if (process.env.npm_lifecycle_event !== 'guichet') return;
  const chain = process.platform === 'linux' ? chainToNpm() : [{ pid: process.pid, parent: process.ppid }];
  if (chain.length === 0) return;
  const intact = ({ pid, parent }: Parentage): boolean => (pid === process.pid ? process.ppid : parentOf(pid)) === parent;
  const timer = setInterval(() => {
    if (chain.every(intact)) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  timer.unref();
}
