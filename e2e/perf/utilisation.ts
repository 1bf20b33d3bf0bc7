import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import type { Ratio } from './statistics.ts';

const CLIENTS = 300;
const HOURS = 6;
/** Longest way of a request, and of its answer. */
const WAY_MS = 150;

/** How much of the production quota a first load uses on a simulated clock, and whether the server ever had to refuse. */
export async function measureUtilisation(): Promise<Ratio[]> {
  const script = path.join(root, 'app/sync/test-utilisation.ts');
  const args = ['--disable-warning=ExperimentalWarning', script, 'prd', String(CLIENTS), String(HOURS), String(WAY_MS)];
  const { stdout } = await ended(spawn(process.execPath, args, { cwd: root }));
  const { allowed, given, refused } = JSON.parse(stdout) as { allowed: number; given: number; refused: number };
  const name = `${HOURS} simulated hours, ${CLIENTS} clients`;
  return [
    { name: `${name}: downloads allowed / used`, ours: allowed, theirs: given, unit: '', target: 1 / 0.99 },
    { name: `${name}: requests / those without a 429`, ours: given + refused, theirs: given, unit: '', target: 1 },
  ];
}

// The bench prints these too; alone it takes a minute: `node scripts/run.mjs e2e/perf/utilisation.ts`.
if (import.meta.main) for (const ratio of await measureUtilisation()) console.log(ratio);
