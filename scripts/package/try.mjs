import { spawn } from 'node:child_process';
import { cpSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { executableIn } from './check.mjs';

const SMOKE_MS = 90_000;

/**
 * Runs the real thing with its own `--smoke` on empty folders, in a hostile environment: asked to be a plain Node, to load a stranger's
 * script, to let a debugger in and to show its window to one. Answers `{code, output, seconds, wrong}`; `wrong` says what gave way.
 */
export async function smoke(folder, { args, env }) {
  const home = mkdtempSync(path.join(tmpdir(), 'guichet-home-'));
  const started = performance.now();
  try {
    const mark = path.join(home, 'stranger-was-here');
    const stranger = path.join(home, 'stranger.cjs');
    writeFileSync(stranger, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');`);
    const child = spawn(executableIn(folder), [...args, '--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0', '--smoke'], {
      env: { ...process.env, ...env, ...homeAt(home), NODE_OPTIONS: `--require=${stranger}`, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: SMOKE_MS,
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    const wrong = [
      ...(existsSync(mark) ? ['NODE_OPTIONS loaded a script'] : []),
      ...(/debugger listening/i.test(errors) ? ['a debugger may attach'] : []),
      ...(/devtools listening/i.test(errors) ? ['the window can be looked into from outside'] : []),
      ...readdirSync(home, { recursive: true }).filter((name) => name.includes('guichet.db')),
    ];
    return { code, output, seconds: (performance.now() - started) / 1000, wrong };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Where a system keeps what is a user's, and its temporary files, in one folder. */
export const homeAt = (home) => ({ HOME: home, XDG_CONFIG_HOME: home, APPDATA: home, LOCALAPPDATA: home });

/**
 * The same files with one fuse the other way: the debugger may attach, so that a journey can be played in what is shipped. Linked, not
 * copied, but for the executable. Never published: it stands in the output folder under its own name.
 */
export async function testVariant(folder, target) {
  rmSync(target, { recursive: true, force: true });
  link(folder, target, path.basename(executableIn(folder)));
  const executable = executableIn(target);
  cpSync(executableIn(folder), executable);
  await flipFuses(executable, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return executable;
}

function link(from, to, except) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) link(source, target, except);
    else if (entry.name !== except) linkSync(source, target);
  }
}
