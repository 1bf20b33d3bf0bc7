import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { licenceOf } from './policy.mjs';

/**
 * What reaches a user: every package under `dependencies`, bundled or packed, with all they need. Optional ones and those of tools are not
 * shipped. Answers `[{place, name, version, licence}]`, sorted by name.
 */
export function shippedPackages(packages) {
  return Object.entries(packages)
    .filter(([place, entry]) => place !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([place, { name, version, license }]) => ({
      place,
      name: name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'unknown',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([._-].*)?$/i;
/** Data of others inside a package, with licences of their own: fonts and character maps. */
const WITHIN = ['standard_fonts', 'cmaps'];

const textOf = (folder) =>
  ['', ...WITHIN]
    .map((below) => textIn(path.join(folder, below)))
    .filter(Boolean)
    .join('\n\n');

function textIn(folder) {
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder)
    .filter((file) => LICENCE_FILE.test(file))
    .sort();
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
}

/** The notices that go with the program: each package with its licence and, where it brings one, the licence's own words. */
export function noticesOf(packages, root) {
  const parts = shippedPackages(packages).map(({ place, name, version, licence }) =>
    [`${name} ${version}`, `Licence: ${licenceOf({ name, version, licence })}`, textOf(path.join(root, place))]
      .filter(Boolean)
      .join('\n\n'),
  );
  const head = 'Guichet contains the following works of others. Electron and Chromium bring their own notices beside the program.';
  return `${[head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
