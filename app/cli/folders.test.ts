import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { filesUnder } from '#app/mirror/testing.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { CliIo } from './io.ts';
import { run } from './run.ts';

const DOCUMENTS = 10;
let stage: Stage;
let base: string;
let online: string[];

async function cli(...argv: string[]) {
  let out = '';
  let err = '';
  const io: CliIo = {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (file) => new Uint8Array(readFileSync(file)),
    writeFile: async (file, bytes) => writeFileSync(file, bytes),
    locale: 'en',
    today: () => localDate('2026-11-10'),
  };
  const exit = await run([...argv, ...online], io);
  return { exit, out, err, json: () => JSON.parse(out) as Record<string, unknown> };
}

beforeAll(async () => {
  stage = await createStage({ documents: DOCUMENTS });
  base = mkdtempSync(path.join(tmpdir(), 'guichet-cli-folders-'));
  online = ['--profile', stage.profileDir, '--auth', stage.simulator.authBase, '--api', stage.simulator.apiBase];
  const app = await stage.open();
  await connect(app);
  await app.sync.run({});
  await app.close();
});
afterAll(async () => {
  await stage.end();
  rmSync(base, { recursive: true, force: true });
});

describe('guichet export', () => {
  it('writes a client’s or everybody’s documents and says how many', async () => {
    const file = path.join(base, 'all.zip');
    const all = await cli('export', '--all', '--format', 'zip', '--json', file);
    expect(all.exit).toBe(0);
    expect(all.json()).toMatchObject({ file, documents: DOCUMENTS, missing: 0 });
    expect(Object.keys(unzipSync(readFileSync(file)))).toHaveLength(DOCUMENTS + 2);
    const one = await cli('export', '--client', '0100000268', '--format', 'csv', path.join(base, 'one.csv'));
    expect(one).toMatchObject({ exit: 0, err: '' });
    expect(one.out).toMatch(/^\d+ documents?, none missing, 0\.0 MB: .*one\.csv\n$/);
  });

  it('answers 2 for wrong arguments and 1 when it cannot be written', async () => {
    for (const argv of [
      ['--format', 'zip', 'x'],
      ['--all', '--client', '0100000268', '--format', 'zip', 'x'],
      ['--all', '--format', 'pdf', 'x'],
      ['--all', '--format', 'zip'],
    ])
      expect((await cli('export', ...argv)).exit, argv.join(' ')).toBe(2);
    const nowhere = await cli('export', '--all', '--format', 'csv', '--json', path.join(base, 'nowhere', 'x.csv'));
    expect(nowhere.exit).toBe(1);
    expect(nowhere.json()).toMatchObject({ error: { code: 'exports.write', params: { reason: 'ENOENT' } } });
  });
});

describe('guichet mirror', () => {
  it('is off until a folder is chosen, writes, repairs, tells what is wrong, and leaves files when turned off', async () => {
    expect((await cli('mirror')).exit).toBe(2);
    expect((await cli('mirror', '--repair', '--json')).json()).toMatchObject({ error: { code: 'mirror.noFolder' } });
    const folder = path.join(base, 'copy');
    expect((await cli('mirror', '--folder', folder)).exit).toBe(2);
    mkdirSync(folder);
    const first = await cli('mirror', '--folder', folder, '--template', '{year}/{date} {uuid8}', '--json');
    expect(first.json()).toMatchObject({ enabled: true, folder, written: DOCUMENTS, waiting: 0, missing: 0, conflicts: 0, issues: [] });
    expect(first.exit).toBe(0);
    const [edited, gone] = filesUnder(folder) as [string, string];
    writeFileSync(path.join(folder, edited), 'edited');
    rmSync(path.join(folder, gone));
    const repaired = await cli('mirror', '--repair');
    expect(repaired.exit).toBe(1);
    expect(repaired.out).toContain(`${edited}\tSomebody changed this file.`);
    expect(repaired.out).toContain(`${DOCUMENTS - 1} files in place, 0 to write, 1 missing or changed, 0 places taken`);
    expect((await cli('mirror', '--template', '{what}')).exit).toBe(2);
    expect((await cli('mirror', '--off')).exit).toBe(0);
    expect(filesUnder(folder)).toHaveLength(DOCUMENTS);
    expect(readdirSync(folder)).toContain('2026');
  });
});
