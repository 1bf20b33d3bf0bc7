// Bundles what runs inside Electron into dist/: the window, the main process with its workers, the preload.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { main, preload, renderer, staging } from './build/configs.mjs';
import { markBuilt, sourceState } from './build/stamp.mjs';
import { root } from './setup/paths.mjs';

const state = sourceState();
const started = performance.now();
const dist = path.join(root, 'dist');
const former = `${staging}-former`;
try {
  mkdirSync(staging, { recursive: true });
  await Promise.all([build(renderer), build(main), build(preload)]);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(staging, dist);
} finally {
  for (const folder of [staging, former]) rmSync(folder, { recursive: true, force: true });
}
markBuilt(state);
console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
