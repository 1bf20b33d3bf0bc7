import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { underNode24 } from '../lib/launch.mjs';
import { root } from '../setup/paths.mjs';
import { SetupError } from '../setup/say.mjs';

const SOURCES = ['shared', 'app', 'electron', 'renderer', 'scripts/build', 'scripts/build.mjs', 'package-lock.json'];
const NOT_BUILT = /\.test\.tsx?$/;
const stampFile = path.join(root, 'dist', '.stamp');

function* files(place) {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info) return;
  if (!info.isDirectory()) {
    if (!NOT_BUILT.test(place)) yield [place, info];
    return;
  }
  for (const name of readdirSync(place).sort()) yield* files(path.join(place, name));
}

/** Names, sizes and times of all that goes into the build; cheap enough to take at every start. */
export function sourceState() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const [file, info] of files(path.join(root, source))) hash.update(`${path.relative(root, file)} ${info.size} ${info.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceState();
}

/** @param state taken before the build, so that an edit made meanwhile shows as a change. */
export function markBuilt(state) {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, state);
}

export async function ensureBuild() {
  if (isBuilt()) return;
  const code = await underNode24('scripts/build.mjs');
  if (code !== 0) throw new SetupError('the application does not build', 'see the message above; `npm run types` often says more.');
}
