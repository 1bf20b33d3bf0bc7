import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { writeIcons } from '../icon/write.mjs';
import { root } from '../setup/paths.mjs';
import { stage } from './stage.mjs';

export const TARGET = `${process.platform}-${process.arch}`;
const ENTITLEMENTS = path.join(root, 'scripts/package/entitlements.mac.plist');
const ELECTRON_OWN = ['resources/app', 'resources/default_app.asar'];

/** The Electron at hand may bring an application of its own, which nothing must open by mistake. */
function removeOwn({ appOutDir }) {
  for (const own of ELECTRON_OWN) rmSync(path.join(appOutDir, own), { recursive: true, force: true });
}

/**
 * Packs for this machine's system and answers `{folder, staged, packages, entries}`, the unpacked application among what was made.
 * @param work folder for all that is made
 * @param runtime what set-up found: its Electron is the one that is packed
 * @param folderOnly no installers
 */
export async function packageApp(work, runtime, { folderOnly }) {
  mkdirSync(work, { recursive: true });
  const staged = path.join(work, 'app');
  const resources = path.join(work, 'resources');
  const { packages, entries } = stage(staged, { target: TARGET, addon: runtime.sqliteBinding });
  writeIcons(resources);
  const output = path.join(work, 'made');
  rmSync(output, { recursive: true, force: true });
  const config = {
    extends: path.join(root, 'electron-builder.yml'),
    directories: { output, buildResources: resources },
    electronVersion: runtime.electron,
    ...(runtime.electronDist ? { electronDist: runtime.electronDist } : {}),
    mac: { icon: path.join(resources, 'icon.icns'), entitlements: ENTITLEMENTS, entitlementsInherit: ENTITLEMENTS },
    win: { icon: path.join(resources, 'icon.ico') },
    linux: { icon: path.join(resources, 'icons') },
    afterExtract: removeOwn,
    extraFiles: [{ from: path.join(staged, 'THIRD-PARTY-NOTICES.txt'), to: 'THIRD-PARTY-NOTICES.txt' }],
  };
  // Slow to load; only who packs waits for it.
  const { build } = await import('electron-builder');
  await build({ projectDir: staged, config, publish: 'never', ...(folderOnly ? { dir: true } : {}) });
  return { folder: path.join(output, UNPACKED[process.platform] ?? `${process.platform}-unpacked`), staged, packages, entries };
}

const UNPACKED = { win32: 'win-unpacked', linux: 'linux-unpacked', darwin: process.arch === 'arm64' ? 'mac-arm64' : 'mac' };
