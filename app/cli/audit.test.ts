import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStage, type Stage } from '#app/core/testing.ts';
import { command } from '#app/platform/db/index.ts';
import { brusselsDate } from '#shared/domain/local-date.ts';
import { run } from './run.ts';

let stage: Stage;
let folder: string;
beforeAll(async () => {
  stage = await createStage({ documents: 0, clients: 2 });
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-audit-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stage.end();
});

async function cli(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const where = ['--profile', stage.profileDir, '--auth', stage.simulator.origin, '--api', stage.simulator.origin];
  const exit = await run(['audit', ...argv, ...where], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async () => new Uint8Array(),
    writeFile: async () => undefined,
    locale: 'en',
    today: () => brusselsDate(0),
  });
  return { exit, out, err };
}
const DAYS = ['--from', '2020-01-01', '--until', '2099-12-31'];

it('verifies, exports, and names what somebody touched', async () => {
  expect(await cli('verify')).toMatchObject({ exit: 0, out: expect.stringMatching(/^Trail intact: \d+ entries\n$/) });
  const file = path.join(folder, 'trail.json');
  expect(await cli('export', ...DAYS, '--format', 'json', '--out', file)).toMatchObject({ exit: 0, out: expect.stringContaining(file) });
  const { entries } = JSON.parse(readFileSync(file, 'utf8')) as { entries: { id: string; seq: number }[] };
  expect(entries.length).toBeGreaterThan(1);

  const app = await stage.open();
  app.context.db.write((tx) => {
    tx.run(command('test.trigger', 'DROP TRIGGER audit_no_delete'));
    tx.run(command('test.tamper', 'DELETE FROM audit WHERE seq = 2'));
  });
  await app.close();
  const broken = await cli('verify', '--json');
  expect(broken.exit).toBe(1);
  expect(JSON.parse(broken.out)).toMatchObject({ faults: [{ kind: 'removed', seq: 2, count: 1 }] });
  expect((await cli('verify')).out).toMatch(/^-\t.*One entry removed from no\. 2 on, between .* and .*\n1 fault in \d+ entries\n$/);
});

it('answers 1 when there is nothing to write', async () => {
  const none = await cli('export', '--from', '2001-01-01', '--until', '2001-01-02', '--format', 'csv', '--out', path.join(folder, 'x.csv'));
  expect(none).toMatchObject({ exit: 1, err: expect.stringContaining('No entries') });
});

it.each([
  [[]],
  [['look']],
  [['export', ...DAYS, '--format', 'doc', '--out', 'x']],
  [['export', '--from', 'soon', '--until', '2026-01-01', '--format', 'csv', '--out', 'x']],
])('answers 2 to a wrong command line: %j', async (argv) => {
  expect((await cli(...argv)).exit).toBe(2);
});
