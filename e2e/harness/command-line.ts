import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from './runtime.ts';

/** Runs a verb of the command line and answers its standard output. @throws Error when it does not exit 0 */
export async function runGuichet(args: readonly string[]): Promise<string> {
  const command = ['--disable-warning=ExperimentalWarning', path.join(root, 'app/cli/main.ts'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
