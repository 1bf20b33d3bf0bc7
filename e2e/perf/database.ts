import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import { median, type Ratio } from './statistics.ts';

interface Costs {
  readonly insertMs: number;
  readonly readMs: number;
}

/** Inserts and scattered reads through the product's database over plain better-sqlite3 with the same pragmas. */
export async function measureDatabase(): Promise<Ratio[]> {
  const script = path.join(root, 'app/platform/db/bench.ts');
  const { stdout } = await ended(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { cwd: root }));
  const turns = JSON.parse(stdout) as { encrypted: Costs; plain: Costs }[];
  return (['insertMs', 'readMs'] as const).map((cost) => ({
    name: `encrypted database, ${cost === 'insertMs' ? 'insert' : 'read'} / plain better-sqlite3`,
    ours: median(turns.map((turn) => turn.encrypted[cost])),
    theirs: median(turns.map((turn) => turn.plain[cost])),
    unit: 'ms',
    target: 1.4,
  }));
}
