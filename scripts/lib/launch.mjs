import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { node24, root } from '../setup/paths.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const SAME_NODE = Number.parseInt(process.versions.node, 10) >= 24;

/** Starts a program that owns the terminal, hands signals on to it, and answers its exit code (128 + n style for a signal). */
export function owning(command, args, { env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' });
    const forward = (signal) => {
      // A terminal sends Ctrl+C to the whole group; sending it twice would count as "stop at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, forward);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Runs a script under Node 24 in a process of its own. */
export function underNode24(script, args = [], options = {}) {
  return owning(node24, ['--disable-warning=ExperimentalWarning', path.resolve(root, script), ...args], options);
}

/** Runs a script under Node 24, in this very process when that is one already: saves a process start per command. */
export async function becomeScript(script, args) {
  const file = path.resolve(root, script);
  if (!SAME_NODE) {
    process.exitCode = await underNode24(file, args);
    return;
  }
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}
