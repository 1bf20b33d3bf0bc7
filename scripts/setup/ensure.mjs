import path from 'node:path';
import { ensureAddon, needsAddon } from './addon.mjs';
import { run } from './command.mjs';
import { ensureElectron } from './electron.mjs';
import { ensurePackages } from './packages.mjs';
import { modules } from './paths.mjs';
import { say } from './say.mjs';
import { currentKey, readRuntime, writeRuntime } from './stamp.mjs';
import { ensureSystem } from './system.mjs';

/**
 * Makes the clone ready and answers `{level, key, electron, electronDist, electronPath, electronArgs, sqliteBinding}`.
 * Level `node` stops after the packages (the command line needs no window); a second call costs milliseconds.
 */
export async function ensureSetup(level = 'window') {
  const ready = readRuntime(level);
  if (ready) return ready;
  say('Setting up Guichet');
  await ensurePackages();
  if (level === 'node')
    return writeRuntime({
      level,
      key: currentKey(),
      electron: null,
      electronDist: null,
      electronPath: null,
      electronArgs: [],
      sqliteBinding: null,
    });
  const { dist, version } = await ensureElectron();
  const compiler = needsAddon(version);
  await ensureSystem({ compiler });
  const sqliteBinding = compiler ? await ensureAddon() : null;
  const runtime = {
    level,
    key: currentKey(),
    electron: version,
    electronDist: dist,
    electronPath: executable(dist),
    electronArgs: await sandboxArgs(),
    sqliteBinding,
  };
  say(`Ready: Electron ${version}`);
  return writeRuntime(runtime);
}

/** Chromium's sandbox works neither as root nor where a container forbids user namespaces; the product itself never switches it off. */
async function sandboxArgs() {
  if (process.platform !== 'linux') return [];
  const works = process.getuid?.() !== 0 && (await run('unshare', ['--user', 'true'])).code === 0;
  return works ? [] : ['--no-sandbox'];
}

const EXECUTABLE = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

function executable(dist) {
  return path.join(dist ?? path.join(modules, 'electron/dist'), EXECUTABLE[process.platform] ?? 'electron');
}
