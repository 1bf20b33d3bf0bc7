import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANYTHING, isNamed, judge, readProperties } from './table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const properties = readProperties(read('docs/security.md'));

/** Titles in a source, what a case or a variable fills in as `…`. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:it|test)(?:\.each\([\s\S]*?\]\)|\.runIf\([^\n]*?\))?\(\s*(['`])((?:\\.|(?!\1)[\s\S])*)\1/g)].map(
    ([, , title = '']) => title.replaceAll(/\$\{[^}]*\}|%[sjd]|\$\w+/g, ANYTHING),
  );

describe('docs/security.md', () => {
  it('names tests that exist', () => {
    expect(properties.length).toBeGreaterThan(40);
    const missing = properties.flatMap(({ tests }) =>
      tests
        .filter(({ file, title }) => !existsSync(path.join(root, file)) || !titlesIn(read(file)).some((own) => isNamed(own, title)))
        .map(({ file, title }) => `${file} › ${title}`),
    );
    expect(missing).toEqual([]);
  });

  it('names every test of e2e/security', () => {
    const named = properties.flatMap(({ tests }) => tests);
    const unnamed = readdirSync(path.join(root, 'e2e/security'))
      .filter((name) => name.endsWith('.spec.ts'))
      .map((name) => `e2e/security/${name}`)
      .flatMap((file) => titlesIn(read(file)).filter((own) => !named.some((each) => each.file === file && isNamed(own, each.title))));
    expect(unnamed).toEqual([]);
  });

  it('is answered by what really ran: a test that failed or did not run holds nothing', () => {
    const rows = readProperties('## S\n| A | m | `a.test.ts › works for …` `b.test.ts › b` |\n');
    const passed = [
      { file: 'a.test.ts', title: 'works for one', passed: true },
      { file: 'a.test.ts', title: 'works for two', passed: true },
      { file: 'b.test.ts', title: 'b', passed: true },
    ];
    expect(judge(rows, passed)).toMatchObject([{ section: 'S', property: 'A', ran: 3, holds: true }]);
    expect(judge(rows, passed.slice(0, 2))[0]?.holds).toBe(false);
    expect(judge(rows, [{ ...passed[0]!, passed: false }, ...passed.slice(1)])[0]?.holds).toBe(false);
  });
});
