import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '#app/simulator/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { run } from './run.ts';

let simulator: Simulator;
let folder: string;
const LISTS: Readonly<Record<string, string>> = {
  'list.csv': 'Code;Wie;Getal\nN1;Nieuw BV;BE 0200.000.043\nN2;Fout;0200000044\n',
};

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 3, documents: 5, history: 0, quota: 'off' });
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-cli-'));
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cli(...argv: string[]) {
  let out = '';
  let err = '';
  const exit = await run([...argv, '--profile', path.join(folder, 'profile'), '--auth', simulator.origin], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (file) => {
      const text = LISTS[file];
      if (text === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' });
      return new Uint8Array(Buffer.from(text));
    },
    writeFile: async () => undefined,
    locale: 'en',
    today: () => localDate('2026-11-10'),
  });
  return { exit, out, err };
}

it('shows a list, takes it over and lists the clients', async () => {
  const before = await cli('clients');
  const dry = await cli('clients', 'import', 'list.csv', '--dry-run', '--map', 'name=wie', '--map', 'enterpriseNumber=C');
  expect(dry).toMatchObject({ exit: 1, out: expect.stringContaining('2\tcreate\t0200000043\tNieuw BV') });
  expect(dry.err).toContain('Nothing was changed');
  expect((await cli('clients')).out).toBe(before.out);
  const taken = JSON.parse((await cli('clients', 'import', 'list.csv', '--json', '--map', 'enterpriseNumber=3')).out);
  expect(taken.counts).toEqual({ create: 1, update: 0, same: 0, error: 1 });
  expect(taken.mapping).toEqual({ enterpriseNumber: 'Getal', name: 'Wie', folderCode: 'Code' });
  expect(taken.rows[1].problems[0].message.fr).toContain('chiffres de contrôle');
  expect((await cli('clients')).out).toContain('0200000043\tN1\tNieuw BV');
});

it('answers 2 to what it cannot read', async () => {
  for (const argv of [
    ['import'],
    ['import', 'none.csv'],
    ['import', 'list.csv', '--map', 'colour=1'],
    ['import', 'list.csv', '--map', 'name=ZZ'],
    ['x'],
  ])
    expect((await cli('clients', ...argv)).exit, argv.join(' ')).toBe(2);
});
