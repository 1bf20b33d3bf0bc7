import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const modules = path.join(root, 'node_modules');

const exe = process.platform === 'win32' ? '.exe' : '';
/** Node 24 of the `node` package; the host's own Node may be older. */
export const node24 = path.join(modules, 'node', 'bin', `node${exe}`);

/** What set-up found: `{key, electron, electronDist, sqliteBinding}`. Goes away with node_modules, as it must. */
export const runtimeFile = path.join(modules, '.guichet', 'runtime.json');

/** Downloads and builds outlive the clone here, so that a second clone is ready in seconds. */
export function cacheDir() {
  const home = homedir();
  if (process.env.XDG_CACHE_HOME) return path.join(process.env.XDG_CACHE_HOME, 'guichet');
  if (process.platform === 'win32') return path.join(process.env.LOCALAPPDATA ?? tmpdir(), 'guichet', 'cache');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'guichet');
  return path.join(home || tmpdir(), '.cache', 'guichet');
}
