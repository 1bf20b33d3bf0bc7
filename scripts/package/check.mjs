import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/command.mjs';
import { node24 } from '../setup/paths.mjs';
import { brokenFiles, readArchive } from './asar.mjs';
import { strangers } from './contents.mjs';
import { EXPECTED, wrongFuses } from './fuses.mjs';

/** Megabytes the application itself may take, beside Electron. */
const BUDGET_MB = 40;
const LANGUAGES = ['de.pak', 'en-GB.pak', 'en-US.pak', 'fr.pak', 'nl.pak'];
const MB = 1024 * 1024;

export const executableIn = (folder) => {
  if (process.platform === 'win32') return path.join(folder, 'Guichet.exe');
  return process.platform === 'darwin' ? path.join(folder, 'Guichet.app/Contents/MacOS/Guichet') : path.join(folder, 'guichet');
};
const resourcesIn = (folder) => path.join(folder, process.platform === 'darwin' ? 'Guichet.app/Contents/Resources' : 'resources');

function sizeOf(place) {
  const info = statSync(place, { throwIfNoEntry: false });
  if (!info) return 0;
  return info.isDirectory() ? readdirSync(place).reduce((sum, name) => sum + sizeOf(path.join(place, name)), 0) : info.size;
}

/** Packages that miss a file of theirs, some of which are needed on a rare day only. Under Node, from the folder that was packed. */
async function unloadable(staged, names) {
  const results = await Promise.all(
    names.map(async (name) => {
      const { code } = await run(node24, ['--input-type=module', '-e', `await import(${JSON.stringify(name)})`], { cwd: staged });
      return code === 0 ? [] : [name];
    }),
  );
  return results.flat();
}

/** Looks at what was packed. Answers `[{what, wrong, note}]`; `wrong` lists what is not as it should be. */
export async function inspect(folder, { staged, packages, entries }) {
  const resources = resourcesIn(folder);
  const archive = path.join(resources, 'app.asar');
  const { files, headerSha256 } = readArchive(archive);
  const application = sizeOf(archive) + sizeOf(`${archive}.unpacked`);
  const unpacked = files.filter((file) => file.unpacked).map(({ file }) => file);
  const locales = path.join(folder, 'locales');
  return [
    { what: 'fuses', wrong: await wrongFuses(executableIn(folder)), note: `${Object.keys(EXPECTED).length} read back` },
    {
      what: 'integrity',
      wrong: brokenFiles(archive, files).map(({ file }) => file),
      note: `${files.length} files against SHA-256 of the header ${headerSha256.slice(0, 12)}`,
    },
    {
      what: 'contents',
      wrong: strangers(
        files.map(({ file }) => file),
        packages,
      ),
      note: `${packages.length} packages, nothing but what the list allows`,
    },
    {
      what: 'packages',
      wrong: await unloadable(staged, entries),
      note: `each of ${entries.length} loads from what was staged`,
    },
    {
      what: 'native code',
      wrong: unpacked.filter((file) => !file.endsWith('.node')).concat(unpacked.length === 1 ? [] : [`${unpacked.length} files unpacked`]),
      note: unpacked.join(', '),
    },
    {
      what: 'one way in',
      wrong: readdirSync(resources).filter((name) => ['app', 'default_app.asar', 'app-update.yml'].includes(name)),
      note: 'app.asar alone, no feed beside it',
    },
    {
      what: 'languages',
      wrong: existsSync(locales) ? readdirSync(locales).filter((name) => !LANGUAGES.includes(name)) : [],
      note: LANGUAGES.join(' '),
    },
    {
      what: 'size',
      wrong: application > BUDGET_MB * MB ? [`${(application / MB).toFixed(1)} MB`] : [],
      note: `application ${(application / MB).toFixed(1)} of ${BUDGET_MB} MB, with Electron ${(sizeOf(folder) / MB).toFixed(0)} MB`,
    },
  ];
}

/** Prints the table; answers whether all is well. */
export function report(findings, say) {
  for (const { what, wrong, note } of findings) {
    say(`${wrong.length === 0 ? 'ok    ' : 'WRONG '} ${what}: ${wrong.length === 0 ? note : wrong.slice(0, 10).join(', ')}`);
  }
  return findings.every(({ wrong }) => wrong.length === 0);
}
