import { readdirSync, readFileSync } from 'node:fs';

/** Proportional resident memory of a process and all its children, in MB: shared pages are counted once over the tree. */
export function residentMegabytes(root: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      // The command name may hold spaces and parentheses, so fields are counted from its end.
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && parents.get(pid)! > 1 && belongs(parents.get(pid)!));
  let kilobytes = 0;
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue;
    try {
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // As above.
    }
  }
  return kilobytes / 1024;
}
