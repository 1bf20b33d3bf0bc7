import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modules, node24, root, runtimeFile } from './paths.mjs';

/** Raise it when set-up does something new, so that older clones run it again. */
const EDITION = 3;

/** Identifies what set-up depends on; same key, nothing to do. */
export function currentKey() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '';
  return createHash('sha256')
    .update(lock)
    .update(`${EDITION} ${process.platform} ${process.arch} ${process.getuid?.() === 0} ${override}`)
    .digest('hex');
}

/** What the last set-up found, or null when it must run again. Level `node` is enough for the command line, `window` has Electron too. */
export function readRuntime(level) {
  if (!existsSync(runtimeFile)) return null;
  const runtime = JSON.parse(readFileSync(runtimeFile, 'utf8'));
  const present = [node24, runtime.electronDist, runtime.sqliteBinding].every((file) => !file || existsSync(file));
  const enough = level === 'node' || runtime.level === 'window';
  return present && enough && runtime.key === currentKey() && existsSync(path.join(modules, '.package-lock.json')) ? runtime : null;
}

export function writeRuntime(runtime) {
  mkdirSync(path.dirname(runtimeFile), { recursive: true });
  writeFileSync(runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
  return runtime;
}
