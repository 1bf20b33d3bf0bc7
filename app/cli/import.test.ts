import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '#app/simulator/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { CliIo } from './io.ts';
import { run } from './run.ts';

const [ONE, TWO] = ['0100000268', '0200000043'];
let simulator: Simulator;
let folder: string;
let online: string[];

beforeAll(async () => {
  simulator = await startSimulator({ seed: 1, clients: 3, documents: 5, history: 0, quota: 'off', startAt: '2026-11-10T09:00:00Z' });
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-cli-'));
  online = ['--profile', path.join(folder, 'profile'), '--auth', simulator.origin, '--api', simulator.origin];
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cli(verb: string, name: string, content: string, ...more: string[]) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  let [out, err] = ['', ''];
  const io: CliIo = {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (wanted) => new Uint8Array(readFileSync(wanted)),
    writeFile: async () => undefined,
    locale: 'en',
    today: () => localDate('2026-11-10'),
  };
  const exit = await run([...verb.split(' '), file, ...more, ...online], io);
  return { exit, out, err, json: out.startsWith('{') ? JSON.parse(out) : null };
}

it('takes tables and drafts over, and tells what was left out', async () => {
  await cli('clients import', 'clients.csv', `Naam;KBO\nEen;${ONE}\n`);
  const table = `KBO;Periode;Rooster 03;Rooster 54\n${ONE};2026-10;100,00;21,00\n${TWO};2026-10;x;21\n`;
  const dry = await cli('import', 'figures.csv', table, '--dry-run', '--json');
  expect([dry.exit, dry.json.dryRun, dry.json.returns[0]]).toMatchObject([1, true, { action: 'create', returnId: null }]);
  const done = await cli('import', 'figures.csv', table);
  expect(done.exit).toBe(1);
  expect(done.out).toBe(`${ONE}\t2026-10\tnew draft\tEen\n${TWO}\t2026-10\tleft out\t\n`);
  expect(done.err).toContain('A3: no client has the number');
  expect(done.err).toContain('C3: “x” is not an amount.');

  const single = await cli('import', 'one.csv', 'Grid,Amount\n03,200.00\n54,42.00\n', '--client', ONE!, '--period', '2026-10', '--json');
  expect([single.exit, single.json.returns]).toMatchObject([0, [{ action: 'update', enterpriseNumber: ONE, problems: [] }]]);
  const odd = await cli(
    'import',
    'odd.csv',
    `wie;wanneer;omzet;btw\n${ONE};2026-10;200,00;42,00\n`,
    '--map',
    '03=omzet',
    '--map',
    '54=D',
    '--json',
  );
  expect([odd.exit, odd.json.returns[0].action]).toEqual([0, 'same']);
  expect((await cli('import', 'odd.csv', 'a;b\n1;2\n', '--map', '54=Z', '--json')).json.error.code).toBe('cli.column');
  const draft = {
    declarant: { vatNumber: TWO, name: 'Twee' },
    period: { year: 2026, month: 10 },
    grids: { '03': '100.00', '54': '21.00' },
  };
  const json = await cli('import', 'draft.json', JSON.stringify(draft), '--json');
  expect([json.exit, json.json.returns]).toMatchObject([0, [{ action: 'imported', client: 'Twee' }]]);

  expect((await cli('import', 'draft.json', '{}', '--json')).json.error.code).toBe('vat.draft.field');
  for (const more of [['--period', '2026-13'], ['--dry-run']])
    expect((await cli('import', 'draft.json', JSON.stringify(draft), '--json', ...more)).json.error.code).toBe('cli.usage');
});
