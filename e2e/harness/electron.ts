import { type ElectronApplication, _electron as electron } from '@playwright/test';
import { readRuntime } from './runtime.ts';

/**
 * Starts an application in the Electron of this machine. Its folder is named by environment, not by the executable's path: only then does
 * Playwright hold the application back until it has attached itself, and neither misses the other.
 */
export function startElectron(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ElectronApplication> {
  const { electronDist, electronArgs } = readRuntime();
  if (electronDist) process.env.ELECTRON_OVERRIDE_DIST_PATH = electronDist;
  return electron.launch({ args: [...electronArgs, ...args], env: { ...ownEnvironment(), ...env } });
}

/**
 * Ours without what would turn Electron into something else, and without the desktop's bus: a test raises no notification on somebody's screen, asks
 * no keychain of theirs, and waits for no service that a bare machine does not have. A journey that needs a bus brings its own.
 */
function ownEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'].includes(entry[0]),
  );
  return { ...Object.fromEntries(kept), DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
}
