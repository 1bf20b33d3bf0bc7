import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import type { Ratio } from './statistics.ts';

interface Figure {
  readonly median: number;
  readonly max: number;
}
interface Figures {
  readonly periods: number;
  readonly clients: number;
  readonly opening: Figure;
  readonly board: Figure;
}

/** Opening a client's returns, and the board of a firm, against what a person may be made to wait. */
export async function measureReturns(): Promise<Ratio[]> {
  const script = path.join(root, 'app/filing/test-bench.ts');
  const { stdout } = await ended(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { cwd: root }));
  const { periods, clients, opening, board } = JSON.parse(stdout) as Figures;
  const against = (name: string, { median }: Figure): Ratio => ({ name, ours: median, theirs: 100, unit: 'ms', target: 1 });
  return [
    against(`opening a client with ${periods} VAT periods / 100 ms`, opening),
    against(`board of ${clients} clients / 100 ms`, board),
  ];
}
