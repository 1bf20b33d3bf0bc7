import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
/** Everything that runs leave behind: screenshots, reports, traces. */
export const outDir = path.join(root, 'out');

/** What set-up found on this machine. */
export interface Runtime {
  readonly electron: string;
  readonly electronPath: string;
  readonly electronArgs: readonly string[];
  readonly sqliteBinding: string | null;
}

export function readRuntime(): Runtime {
  return JSON.parse(readFileSync(path.join(root, 'node_modules/.guichet/runtime.json'), 'utf8')) as Runtime;
}
