// `npm run bench`: every figure is a ratio whose two sides are measured in this same run. A missed target is printed as missed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outDir } from '../harness/runtime.ts';
import { simulatorProcess } from './children.ts';
import { measureDatabase } from './database.ts';
import { measureReturns } from './returns.ts';
import { measureScale } from './scale.ts';
import { describeRatio, type Ratio } from './statistics.ts';
import { measureSync } from './sync.ts';
import { measureTyping } from './typing.ts';
import { measureUtilisation } from './utilisation.ts';
import { measureVat } from './vat.ts';
import { measureWindow } from './window.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-'));
const all: Ratio[] = [];
const keep = (ratios: readonly Ratio[]): void => {
  all.push(...ratios);
  for (const ratio of ratios) console.log(describeRatio(ratio));
};
const simulator = await simulatorProcess(['--seed', '1', '--quota', 'off']);
try {
  keep(await measureWindow(path.join(folder, 'window'), { authBase: simulator.auth, apiBase: simulator.api }));
  keep(await measureTyping(path.join(folder, 'typing'), { authBase: simulator.auth, apiBase: simulator.api }));
  keep(await measureDatabase());
  keep(await measureVat());
  keep(await measureScale(folder, { authBase: simulator.auth, apiBase: simulator.api }));
  keep(await measureReturns());
  keep(await measureSync(folder));
  keep(await measureUtilisation());
} finally {
  simulator.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(outDir, { recursive: true });
writeFileSync(path.join(outDir, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`);
