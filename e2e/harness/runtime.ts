import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
/** Everything that runs leave behind: screenshots, reports, traces. */
export const outDir = path.join(root, 'out');

/** What set-up found on this machine. */
export interface Runtime {
  readonly electron: string;
  /** Folder of the Electron in use; `null`: the one inside its npm package. */
  readonly electronDist: string | null;
  readonly electronPath: string;
  readonly electronArgs: readonly string[];
  readonly sqliteBinding: string | null;
}

/** A virtual screen has no graphics card; Chromium would look for one three times at every start. */
const NO_GPU = process.platform === 'linux' ? ['--disable-gpu'] : [];

/** `electronArgs` are what every window of a run starts with, Guichet's and those it is compared with. */
export function readRuntime(): Runtime {
  const found = JSON.parse(readFileSync(path.join(root, 'node_modules/.guichet/runtime.json'), 'utf8')) as Runtime;
  return { ...found, electronArgs: [...found.electronArgs, ...NO_GPU] };
}
