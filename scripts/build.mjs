// Bundles what runs inside Electron into dist/: the window, the main process with its workers, the preload.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { main, preload, renderer } from './build/configs.mjs';
import { markBuilt, sourceState } from './build/stamp.mjs';
import { root } from './setup/paths.mjs';

const state = sourceState();
const started = performance.now();
rmSync(path.join(root, 'dist'), { recursive: true, force: true });
await Promise.all([build(renderer), build(main), build(preload)]);
markBuilt(state);
console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
