import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Office, openOffice, posts } from '#app/filing/batch/test-office.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { run } from './run.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ clients: 8 });
  await office.app.close();
});
afterAll(() => office.stage.end());

async function cli(...argv: string[]) {
  const { stage } = office;
  let out = '';
  let err = '';
  const where = ['--profile', stage.profileDir, '--auth', stage.simulator.origin, '--api', stage.simulator.origin];
  const exit = await run([...argv, ...where], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async () => new Uint8Array(),
    writeFile: async () => undefined,
    locale: 'en',
    today: () => localDate('2026-11-10'),
  });
  return { exit, out, err };
}
const batch = async (...argv: string[]) => {
  const { exit, out, err } = await cli('batch', ...argv, '--period', '2026-10', '--json');
  return {
    exit,
    err,
    json: JSON.parse(out) as { counts: Record<string, number>; rows: { outcome: string; error: { code: string } | null }[] },
  };
};
const COUNTS = { done: 0, skipped: 0, failed: 0, working: 0, waiting: 0 };

it('takes the returns of a period from draft to accepted, and sends none twice', async () => {
  const [first] = office.filers.keys();
  expect(await batch('check', '--client', first!)).toMatchObject({ exit: 0, json: { counts: { ...COUNTS, done: 1 } } });
  expect(await batch('check')).toMatchObject({ exit: 0, json: { counts: { ...COUNTS, done: 5, skipped: 1 } } });
  expect(await batch('approve')).toMatchObject({ exit: 0, json: { counts: { ...COUNTS, done: 6 } } });
  await office.stage.control('POST', '/mandates', { mandator: first!, mandatary: '0100000169', types: [] });
  const filed = await cli('batch', 'file', '--period', '2026-10', '--lang', 'en');
  expect(filed).toMatchObject({ exit: 1, err: expect.stringMatching(/\d of 6, \d failed/) });
  expect(filed.out).toMatch(new RegExp(`^${first}\\t2026-10\\t.*mandate`, 'm'));
  expect(filed.out).toContain('5 done, 0 skipped, 1 failed');
  expect(await batch('file')).toMatchObject({ exit: 0, json: { state: 'finished', counts: { ...COUNTS, skipped: 6 } } });
  expect(await posts(office)).toHaveLength(6);
});

it('leaves in the queue what cannot go, and tells so by its exit code', async () => {
  const numbers = [...office.filers.keys()].slice(1, 3);
  await office.stage.control('DELETE', '/requests');
  const only = numbers.flatMap((number) => ['--client', number]);
  const next = async (action: string) => cli('batch', action, '--period', '2026-11', ...only);
  await next('nil');
  await next('check');
  await next('approve');
  const app = await office.stage.open();
  for (const { id } of (await app.call('identity.list', {})).consents) await app.call('identity.forget', { id });
  await app.close();
  const { exit, out, err } = await next('file');
  expect([exit, out]).toEqual([3, '0 done, 0 skipped, 0 failed\n']);
  expect(err).toContain('2 returns stay in the queue');
  expect(await posts(office)).toHaveLength(0);
});

it.each([[], ['sell', '--period', '2026-10'], ['file'], ['file', '--period', 'soon'], ['file', '--period', '2026-10', '--client', '1']])(
  'answers 2 to a wrong command line: %j',
  async (...argv) => {
    expect((await cli('batch', ...argv)).exit).toBe(2);
  },
);

it('has nothing to do where nobody files', async () => {
  expect(await batch('check', '--client', [...office.filers.keys()][4]!)).toMatchObject({ exit: 0, json: { counts: { skipped: 1 } } });
});
