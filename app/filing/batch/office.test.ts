import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRM, until } from '#app/core/testing.ts';
import { cents } from '#shared/domain/cents.ts';
import { type Office, openOffice, over, posts, returnOf, runBatch, status, tally, targetsOf } from './test-office.ts';

const RETURNS = 200;
const LOST = 3;

let office: Office;
let t0 = Date.now();
const lap = (what: string) => {
  process.stderr.write(`${what} ${Date.now() - t0} ms\n`);
  t0 = Date.now();
};
beforeAll(async () => {
  office = await openOffice({ clients: RETURNS + 2 });
  lap('open');
});
afterAll(() => office.stage.end());

it('files two hundred returns over a network that goes and comes back, each once', async () => {
  const { app, stage } = office;
  const targets = targetsOf(office);
  expect(targets).toHaveLength(RETURNS);
  const [invalid, stranger] = targets;
  const view = await returnOf(app, invalid!);
  const grids = { ...view.content.grids, '55': cents(9_999_900), '59': cents(9_999_900) };
  await app.call('vat.save', { id: view.id, version: view.version, content: { ...view.content, grids } });
  const number = [...office.filers].find(([, id]) => id === stranger!.clientId)![0];
  await stage.control('POST', '/mandates', {
    mandator: { type: 'CBE', identifier: number },
    mandatary: { type: 'CBE', identifier: FIRM },
    types: [],
  });
  lap('set up');

  expect(tally(await runBatch(app, 'check', targets))).toEqual({ done: 199, 'failed vat.blocked': 1 });
  lap('check');
  expect(tally(await runBatch(app, 'approve', targets))).toEqual({ done: 199, 'skipped vat.batch.notChecked': 1 });
  lap('approve');
  const batch = await runBatch(app, 'file', targets);
  lap('file');
  expect(tally(batch)).toEqual({ done: 198, 'failed filing.forbidden': 1, 'skipped vat.batch.notApproved': 1 });
}, 60_000);
