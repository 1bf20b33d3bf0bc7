import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'vite';
import type { Import } from './rules.ts';

const SOURCE = /\.(ts|tsx)$/;

/** All source files under the given folders, relative to `root`. */
export function sourcesOf(root: string, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => SOURCE.test(file) && !file.includes('/node_modules/'))
    .sort();
}

/** The imports of one file, re-exports and `import()` included. */
export function importsOf(file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const edge = (specifier: string, typeOnly: boolean): Import => ({ from: file, to: target(file, specifier), typeOnly });
  const statics = module.staticImports.map(({ moduleRequest, entries }) =>
    edge(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
  );
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [edge(moduleRequest.value, isType)] : [])),
  );
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^['"`](.+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    return literal ? [edge(literal, false)] : [];
  });
  return [...statics, ...again, ...dynamics];
}

function target(file: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return path.posix.join(path.posix.dirname(file), plain);
  if (plain.startsWith('#')) return plain.slice(1);
  return isBuiltin(plain) && !plain.startsWith('node:') ? `node:${plain}` : plain;
}

export function readGraph(root: string, folders: readonly string[]): Import[] {
  return sourcesOf(root, folders).flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));
}

/** Circles among imports that exist at run time, each as the path around it. */
export function circles(edges: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of edges) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string) => {
    const seen = trail.indexOf(file);
    if (seen >= 0) found.push([...trail.slice(seen), file]);
    if (seen >= 0 || done.has(file)) return;
    trail.push(file);
    for (const to of next.get(file) ?? []) visit(to);
    trail.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return found;
}
