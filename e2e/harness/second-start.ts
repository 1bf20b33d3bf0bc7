import { spawn } from 'node:child_process';
import { readRuntime, root } from './runtime.ts';

/** Starts the application once more on a profile that is open already. @returns its exit code */
export function secondStart(profileDir: string, args: readonly string[] = []): Promise<number | null> {
  const { electronPath, electronArgs } = readRuntime();
  const child = spawn(electronPath, [...electronArgs, ...args, root], {
    env: { ...process.env, GUICHET_PROFILE: profileDir },
    stdio: 'ignore',
  });
  return new Promise((resolve) => child.once('exit', resolve));
}
