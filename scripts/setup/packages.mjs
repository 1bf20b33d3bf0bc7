import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npm, run, tail } from './command.mjs';
import { modules, node24, root } from './paths.mjs';
import { SetupError, step } from './say.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Whether node_modules holds what package-lock.json asks for; an interrupted install leaves no lock of its own behind. */
export function packagesMatch() {
  const installedFile = path.join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = readJson(path.join(root, 'package-lock.json')).packages;
  const installed = readJson(installedFile).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.optional) return true;
    return installed[name]?.version === entry.version;
  });
}

/** Installs the packages when the lock file moved, and Node 24 with them. */
export async function ensurePackages() {
  if (!packagesMatch()) await step('Installing the npm packages', install);
  if (!(await nodeRuns())) await step('Fetching Node 24', fetchNode);
}

async function install() {
  const { code, output } = await npm(['ci', '--loglevel=error', '--no-fund', '--no-audit', '--no-progress'], { cwd: root });
  if (code === 0) return;
  throw new SetupError(`npm ci failed:\n${tail(output)}`, 'check the network or the registry of your npm, then run the command again.');
}

async function nodeRuns() {
  if (!existsSync(node24)) return false;
  const { code, output } = await run(node24, ['--version'], { timeout: 20_000 });
  return code === 0 && output.startsWith('v24.');
}

/** The `node` package fetches its binary in an install script; where scripts are switched off it is run here. */
async function fetchNode() {
  const folder = path.join(modules, 'node');
  const { output } = await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder });
  if (await nodeRuns()) return;
  throw new SetupError(
    `Node 24 of the "node" package does not run:\n${tail(output)}`,
    'remove node_modules and run the command again; on a platform without that package install Node 24 yourself.',
  );
}
