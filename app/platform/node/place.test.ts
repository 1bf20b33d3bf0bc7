import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeFiles } from './files.ts';

const links = vi.hoisted(() => ({ known: true }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    link: (from: string, to: string) =>
      links.known ? real.link(from, to) : Promise.reject(Object.assign(new Error('no links'), { code: 'ENOTSUP' })),
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-place-'));
  return () => rmSync(folder, { recursive: true });
});
afterEach(() => {
  links.known = true;
});

describe.each([
  ['with links', true],
  ['without links', false],
])('placing a file on a file system %s', (_, known) => {
  it('gives it its name, and never takes the place of another', async () => {
    links.known = known;
    const at = (name: string): string => path.join(folder, name);
    writeFileSync(at('a.part'), 'ours');
    await nodeFiles.place(at('a.part'), at('a'));
    expect(readdirSync(folder)).toEqual(['a']);
    writeFileSync(at('b.part'), 'ours');
    writeFileSync(at('b'), 'theirs');
    await expect(nodeFiles.place(at('b.part'), at('b'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(at('b'), 'utf8')).toBe('theirs');
    expect(readFileSync(at('b.part'), 'utf8')).toBe('ours');
    // Nothing to place: no empty file is left under the name.
    await expect(nodeFiles.place(at('none'), at('c'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'b.part']);
  });
});
