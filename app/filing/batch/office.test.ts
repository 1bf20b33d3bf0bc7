import { afterAll, beforeAll, expect, it } from 'vitest';
import { FIRM, until } from '#app/core/testing.ts';
import { cents } from '#shared/domain/cents.ts';
import { type Office, openOffice, over, PERIOD, posts, returnOf, runBatch, status, tally, targetsOf } from './test-office.ts';

const RETURNS = 200;
/** Carried out by SPF, but the answer is cut. */
const LOST = 3;

let office: Office;
beforeAll(async () => {
  office = await openOffice({ clients: RETURNS + 2 });
});
afterAll(() => office.stage.end());

const state = async (clientId: string) => (await returnOf(office.app, { clientId, periodKey: PERIOD })).state;
/** What SPF holds of the period, by declarant. */
async function filed(): Promise<string[]> {
  const { items } = await office.stage.control<{ items: { enterpriseNumber: string; period: string; seeded: boolean }[] }>(
    'GET',
    '/filings',
  );
  return items.filter(({ period, seeded }) => period === PERIOD && !seeded).map(({ enterpriseNumber }) => enterpriseNumber);
}

it('files two hundred returns over a network that goes and comes back, each once', async () => {
  const { app, stage, filers } = office;
  const targets = targetsOf(office);
  expect(targets).toHaveLength(RETURNS);
  const [invalid, stranger] = targets;
  const view = await returnOf(app, invalid!);
  const grids = { ...view.content.grids, '55': cents(9_999_900), '59': cents(9_999_900) };
  await app.call('vat.save', { id: view.id, version: view.version, content: { ...view.content, grids } });
  const number = [...filers].find(([, id]) => id === stranger!.clientId)![0];
  await stage.control('POST', '/mandates', { mandator: number, mandatary: FIRM, types: [] });

  expect(tally(await runBatch(app, 'check', targets))).toEqual({ done: 199, 'failed vat.blocked': 1 });
  expect(tally(await runBatch(app, 'approve', targets))).toEqual({ done: 199, 'skipped vat.batch.notChecked': 1 });

  await stage.control('DELETE', '/requests');
  await stage.control('POST', '/faults', { route: 'int.file', kind: 'commitThenCut', count: LOST, skip: 20 });
  await app.call('vat.batch', { action: 'file', targets });
  await until(async () => (tally(await status(app)).done ?? 0) > 60);
  office.offline = true;
  await until(async () => (await status(app)).reason === 'net.offline');
  const cut = await status(app);
  expect(cut.state).toBe('running');
  expect(tally(cut).working).toBeGreaterThan(100);
  office.offline = false;
  app.filing.queue.wake();
  const batch = await over(app);
  expect(tally(batch)).toEqual({
    done: 195,
    'failed filing.no_answer': LOST,
    'failed filing.forbidden': 1,
    'skipped vat.batch.notApproved': 1,
  });
  const sent = (await posts(office)).map(({ path }) => path);
  expect(sent).toHaveLength(199);
  expect(new Set(sent).size).toBe(199);

  expect(tally(await runBatch(app, 'file', targets))).toEqual({
    'skipped vat.batch.filed': 195,
    'skipped vat.batch.unknown': LOST,
    'skipped vat.batch.refused': 1,
    'skipped vat.batch.notApproved': 1,
  });

  // The next day the receipts tell that the lost ones had arrived.
  await app.call('sandbox.advance', { days: 1 });
  await app.call('sync.start', {});
  const unknown = batch.rows.filter(({ code }) => code === 'filing.no_answer');
  await until(async () => (await app.call('sync.status', {})).state === 'idle');
  await until(async () => (await Promise.all(unknown.map(({ clientId }) => state(clientId)))).every((each) => each === 'proven'));
  expect(tally(await runBatch(app, 'file', targets))).toEqual({
    'skipped vat.batch.filed': 198,
    'skipped vat.batch.refused': 1,
    'skipped vat.batch.notApproved': 1,
  });
  expect(await posts(office)).toHaveLength(199);
  const held = await filed();
  expect(held).toHaveLength(198);
  expect(new Set(held).size).toBe(198);
}, 120_000);
