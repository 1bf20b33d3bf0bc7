import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import { median, type Ratio } from './statistics.ts';

interface Turn {
  readonly buildMs: number;
  readonly readMs: number;
  readonly otherMs: number;
}
interface Measured {
  readonly returns: number;
  readonly declarations: number;
  readonly other: string;
  /** Milliseconds of each turn over all returns. */
  readonly checks: readonly number[];
  readonly consignments: readonly Turn[];
}

/** A check must not be felt at a keystroke, nor two hundred of them when the board opens. */
const CHECK_LIMIT_US = 100;

/** Checking returns, and writing a large consignment beside xmllint parsing and validating the same file. */
export async function measureVat(): Promise<Ratio[]> {
  const script = path.join(root, 'app/vat/test-bench.ts');
  const { stdout } = await ended(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { cwd: root }));
  const { returns, declarations, other, checks, consignments } = JSON.parse(stdout) as Measured;
  const cost = (of: keyof Turn): number => median(consignments.map((turn) => turn[of]));
  const consignment = `consignment of ${declarations}:`;
  return [
    {
      name: `check of ${returns} returns / limit, each`,
      ours: (median(checks) / returns) * 1000,
      theirs: CHECK_LIMIT_US,
      unit: 'µs',
      target: 1,
    },
    { name: `${consignment} build, check / ${other}`, ours: cost('buildMs'), theirs: cost('otherMs'), unit: 'ms', target: 1.5 },
    { name: `${consignment} build, read, check / ${other}`, ours: cost('readMs'), theirs: cost('otherMs'), unit: 'ms', target: 1.5 },
  ];
}

// The bench prints these too; alone it takes seconds: `node scripts/run.mjs e2e/perf/vat.ts`.
if (import.meta.main) for (const ratio of await measureVat()) console.log(ratio);
