import path from 'node:path';
import { parsePeriodKey, periodKey } from '#shared/domain/period.ts';
import { runGuichet } from '../harness/command-line.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const CLIENT = '0100000268';
const PERIOD = periodKey(parsePeriodKey('2026-10')!);

async function connected(office: Office): Promise<void> {
  await office.connect();
  await office.connected();
}

/** Imports a worked return and takes it to the button that files it. */
async function readyToFile(office: Office, id: string): Promise<void> {
  const { page } = office;
  const out = path.join(office.profileDir, 'returns');
  await runGuichet(['examples', '--client', CLIENT, '--period', PERIOD, '--out', out]);
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(path.join(out, `${id}.xml`));
  await page.getByTestId('import-open').click();
  await page.getByTestId('to-checks').click();
  await page.getByTestId('btn-check').click();
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-file').click();
}

async function theReturn(office: Office) {
  const { clients } = await office.guichet.call('clients.list', {});
  const client = clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
  const { rows } = await office.guichet.call('vat.history', { clientId: client.id });
  return office.guichet.call('vat.get', { id: rows.find((row) => row.periodKey === PERIOD)!.returnId! });
}

const postsSent = async (office: Office): Promise<number> =>
  (await office.control<{ items: unknown[] }>('requests?route=int.file')).items.length;

async function nextDay(office: Office): Promise<void> {
  await office.page.getByTestId('sandbox-next-day').click();
  await eventually(async () => {
    const { state } = await office.guichet.call('sync.status', {});
    if (state === 'idle') await office.guichet.call('sync.start', {});
    return (await theReturn(office)).state === 'proven' ? true : undefined;
  }, 40);
}

test('from worked return to stored receipt', async ({ office }) => {
  await connected(office);
  await readyToFile(office, 'intraCommunity');
  await office.page.getByTestId('btn-file-confirm').click();
  await office.page.getByTestId('receipt-waiting').waitFor();
  expect((await theReturn(office)).state).toBe('accepted');
  await nextDay(office);
  await office.page.getByTestId('receipt-proven').waitFor();
  expect(await postsSent(office)).toBe(1);
});

test('an error after SPF took the return: unknown, locked, never sent again, proven by the next day’s receipt', async ({ office }) => {
  await connected(office);
  await readyToFile(office, 'domestic');
  await office.control('faults', { route: 'int.file', kind: 'commitThen500', count: 1 });
  await office.page.getByTestId('btn-file-confirm').click();
  await office.page.getByTestId('outcome-unknown').waitFor();
  const lost = await theReturn(office);
  expect(lost.state).toBe('unknown');
  expect(lost.allowed).not.toContain('send');
  await expect(office.page.getByTestId('btn-file')).toHaveCount(0);
  await nextDay(office);
  expect(await postsSent(office)).toBe(1);
});

test('a kill while sending leaves the return unknown, never sent twice', async ({ office }) => {
  await connected(office);
  await readyToFile(office, 'domestic');
  await office.control('faults', { route: 'int.file', kind: 'latency', count: 1, params: { ms: 8000 } });
  await office.page.getByTestId('btn-file-confirm').click();
  await eventually(async () => ((await postsSent(office)) > 0 || (await theReturn(office)).state === 'sending' ? true : undefined));
  await office.kill();
  await office.open();
  expect((await theReturn(office)).state).toBe('unknown');
  await new Promise((resolve) => setTimeout(resolve, 9000));
  await nextDay(office);
  expect(await postsSent(office)).toBe(1);
});

test('SPF refuses for want of a mandate: once it is there, the same approved bytes are accepted', async ({ office }) => {
  await connected(office);
  await office.control('mandates', { mandator: CLIENT, mandatary: '0100000169', types: ['MYMINFIN'] });
  await readyToFile(office, 'domestic');
  await office.page.getByTestId('btn-file-confirm').click();
  await office.page.getByTestId('outcome-refused').waitFor();
  await expect(office.page.getByTestId('refusal-helpdesk')).toBeVisible();
  const { sha256 } = await theReturn(office);
  await office.control('mandates', { mandator: CLIENT, mandatary: '0100000169', types: ['VAT', 'MYMINFIN'] });
  await office.page.getByTestId('btn-again').click();
  await office.page.getByTestId('btn-file').click();
  await office.page.getByTestId('btn-file-confirm').click();
  await office.page.getByTestId('receipt-waiting').waitFor();
  expect(await theReturn(office)).toMatchObject({ state: 'accepted', sha256 });
  expect(await postsSent(office)).toBe(2);
});
