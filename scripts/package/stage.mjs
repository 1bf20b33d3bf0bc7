import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { noticesOf } from '../supply/notices.mjs';
import { askedFor, closureOf, packageOf, readLock } from './closure.mjs';
import { keeper } from './keep.mjs';

const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** A package's own files; packages nested in it have an entry of their own. */
function* filesOf(folder, below = '') {
  for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!entry.isDirectory()) yield file;
    else if (entry.name !== 'node_modules') yield* filesOf(folder, file);
  }
}

/**
 * Lays out what is packed: the build, the packages it asks for without what they do not need to run, the licence notices. Nothing
 * else can get into the archive. Answers their names, and those asked for by name.
 * @param target `linux-x64`
 * @param addon a SQLite addon to take instead of the shipped one, or null
 */
export function stage(folder, { target, addon }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const dist = path.join(root, 'dist');
  cpSync(dist, path.join(folder, 'dist'), { recursive: true, filter: (file) => !/\.map$|[\\/]\.stamp$/.test(file) });
  const packages = readLock();
  const entries = askedFor(path.join(dist, 'electron'));
  const names = [...new Set(entries.map(packageOf))];
  const keep = keeper(target);
  const places = closureOf(packages, names);
  for (const place of places) {
    for (const file of filesOf(path.join(root, place))) {
      if (!keep(nameOf(place), file)) continue;
      const to = path.join(folder, place, file);
      mkdirSync(path.dirname(to), { recursive: true });
      copyFileSync(path.join(root, place, file), to);
    }
  }
  if (addon) copyFileSync(addon, path.join(folder, 'node_modules/better-sqlite3/prebuilds', `${target}.node`));
  writeFileSync(path.join(folder, 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages, root));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest(names), null, 2));
  return { packages: places.map(nameOf), entries };
}

/** Only what the running program reads, and the packages that the packer shall find. */
function manifest(names) {
  const { name, version, description, license, type, main, dependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const chosen = Object.fromEntries(names.map((one) => [one, dependencies[one]]));
  return { name, productName: 'Guichet', version, description, author: 'Guichet', license, type, main, dependencies: chosen };
}
