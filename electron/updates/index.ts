import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { withVendor } from '#app/core/environment.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createNodeNet } from '#app/platform/node/net.ts';
import type { UpdateSource } from '#shared/contract/updates.ts';
import { environmentOf } from '../profile.ts';
import type { Ask } from '../workers/ask.ts';
import { readText } from './fetch.ts';
import { createInstaller, type MakeUpdater } from './installer.ts';
import { standingOf } from './standing.ts';
import { createUpdater, type Updater } from './updater.ts';

const netTo = (origin: string) => createNodeNet({ origins: [origin] });

/** The library's way for this system; `null` where a package of the system brings new versions. */
function wayHere(app: Pick<App, 'isPackaged'>, env: NodeJS.ProcessEnv): MakeUpdater | null {
  if (!app.isPackaged) return null;
  if (process.platform === 'win32') return async (adapter) => new (await import('electron-updater')).NsisUpdater(null, adapter);
  if (process.platform === 'darwin') return async (adapter) => new (await import('electron-updater')).MacUpdater(undefined, adapter);
  return env.APPIMAGE ? async (adapter) => new (await import('electron-updater')).AppImageUpdater(null, adapter) : null;
}

/** Random and kept; tells nobody anything but whose turn a staged release is. */
function installationId(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const made = randomUUID();
    writeFileSync(file, made, { mode: 0o600 });
    return made;
  }
}

/** As the core reads it; what is wrong with the vendor's file, the core would say if it came that far. */
async function sourceOf(app: App, profileDir: string): Promise<UpdateSource | null> {
  const environment = environmentOf(app, process.argv, process.env);
  const config = { profileDir, environment, authBase: '', apiBase: '', version: app.getVersion() };
  return (await withVendor(config, nodeFiles)).vendor?.updates ?? null;
}

export function startUpdater(app: App, profileDir: string, ask: Ask): Updater {
  const make = wayHere(app, process.env);
  const cacheDir = path.join(app.getPath('userData'), 'updates');
  const adapter = {
    version: app.getVersion(),
    name: 'Guichet',
    isPackaged: app.isPackaged,
    appUpdateConfigPath: path.join(cacheDir, 'library.yml'),
    userDataPath: cacheDir,
    baseCachePath: cacheDir,
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: (handler: (code: number) => void) => app.once('quit', (_event, code) => handler(code)),
  };
  return createUpdater({
    version: app.getVersion(),
    target: `${process.platform}-${process.arch}`,
    installation: installationId(path.join(profileDir, 'installation')),
    installer: make && createInstaller(adapter, cacheDir, netTo, make),
    read: (url) => readText(netTo, url),
    standing: () => standingOf(ask, () => sourceOf(app, profileDir)),
    now: systemClock.now,
  });
}
