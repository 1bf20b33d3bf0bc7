// `npm run bench`: every figure is a ratio whose two sides are measured in this same run. A missed target is printed as missed.
// `npm run bench -- vat returns` measures these parts alone.
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
const at = { authBase: simulator.auth, apiBase: simulator.api };
const parts: Readonly<Record<string, () => Promise<readonly Ratio[]>>> = {
  window: () => measureWindow(path.join(folder, 'window'), at),
  typing: () => measureTyping(path.join(folder, 'typing'), at),
  database: measureDatabase,
  vat: measureVat,
  returns: () => measureReturns(path.join(folder, 'returns'), at),
  scale: () => measureScale(folder, at),
  sync: () => measureSync(folder),
  utilisation: measureUtilisation,
};
const chosen = process.argv.slice(2);
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`no part ${name}; there are ${Object.keys(parts).join(', ')}`);
    keep(await part());
  }
} finally {
  simulator.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(outDir, { recursive: true });
writeFileSync(path.join(outDir, 'bench.json'), `${JSON.stringify(all, null, 2)}\n`);
