import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXTERNAL } from '../build/configs.mjs';
import { root } from '../setup/paths.mjs';

/** The lock file's entries by their place: `{"node_modules/pino": {version, license, dependencies, …}}`. */
export const readLock = () => JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;

/** Where Node finds `name` for the package at `from`: the nearest folder upwards. */
export function locate(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    const place = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (base === '') return null;
  }
}

/** Places of the named packages and of everything they need, sorted. Optional ones are left out: the program runs without. */
export function closureOf(packages, names) {
  const found = new Set();
  const open = names.map((name) => ['', name]);
  for (let next = open.pop(); next; next = open.pop()) {
    const place = locate(packages, ...next);
    if (place === null) throw new Error(`${next[1]}, needed by ${next[0] || 'the application'}, is not in package-lock.json`);
    if (found.has(place)) continue;
    found.add(place);
    open.push(...Object.keys(packages[place].dependencies ?? {}).map((name) => [place, name]));
  }
  return [...found].sort();
}

/**
 * What the built main process asks for by name at run time, such as `pino` or `pdfjs-dist/legacy/build/pdf.mjs`; all other packages are part
 * of the bundle.
 */
export function askedFor(dist) {
  const code = readdirSync(dist, { recursive: true })
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => readFileSync(path.join(dist, name), 'utf8'))
    .join('\n');
  const places = EXTERNAL.filter((name) => name !== 'electron').join('|');
  const asked = code.matchAll(new RegExp(`(?:from|import\\(|require\\()\\s*["'\`]((?:${places})(?:/[^"'\`]*)?)["'\`]`, 'g'));
  return [...new Set([...asked].map(([, name]) => name))].sort();
}

/** `@a/b/c` is of the package `@a/b`. */
export const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
