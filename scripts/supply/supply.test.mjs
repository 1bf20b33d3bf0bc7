import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLock } from '../package/closure.mjs';
import { root } from '../setup/paths.mjs';
import { shippedPackages } from './notices.mjs';
import { accepted, unaccepted } from './policy.mjs';

const lock = readLock();
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const places = Object.entries(lock).filter(([place]) => place !== '');
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the supply chain', () => {
  it('names every package by its exact version and the hash of its content', () => {
    const wanted = Object.values({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    expect(wanted.filter((version) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(places.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
  });

  it('lets only listed packages run a script when they are installed', () => {
    const listed = new Set(Object.keys(manifest.allowScripts));
    const running = places.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place, { name }]) => name ?? nameOf(place));
    expect(running.filter((name) => !listed.has(name))).toEqual([]);
    expect(running.filter((name) => manifest.allowScripts[name] === true)).toEqual(['node']);
  });

  it('ships nothing whose licence asks for more than its notice', () => {
    expect(unaccepted(shippedPackages(lock)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it('does not take tools for shipped packages', () => {
    const shipped = new Set(shippedPackages(lock).map(({ name }) => name));
    expect(shipped.has('fastify')).toBe(true);
    expect(['electron-builder', 'vite', 'typescript', 'node'].filter((tool) => shipped.has(tool))).toEqual([]);
  });
});

describe('an accepted licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', '(MIT AND ISC) OR AGPL-3.0-only'])('%s', (licence) => {
    expect(accepted(licence)).toBe(true);
  });
  it.each(['GPL-3.0-only', 'LGPL-2.1-or-later', 'MIT AND MPL-2.0', 'AGPL-3.0', 'unknown', 'SEE LICENSE IN x', ''])('not %j', (licence) => {
    expect(accepted(licence)).toBe(false);
  });
});
