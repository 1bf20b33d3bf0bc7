import path from 'node:path';
import { FIRM } from '#app/simulator/seed/parties.ts';
import { connectGuichet, runGuichet } from '../harness/command-line.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { PERIOD, Returns } from '../harness/returns.ts';

const CLIENT = '0100000268';

/** Another machine of the firm files the client's month; this profile learns of it the next day, by its receipt. */
async function filedElsewhere(office: Office): Promise<void> {
  const { authBase, apiBase } = office.simulator;
  const there = ['--profile', path.join(office.profileDir, 'elsewhere'), '--auth', authBase, '--api', apiBase];
  const out = path.join(office.profileDir, 'returns');
  await runGuichet(['examples', '--client', CLIENT, '--period', PERIOD, '--out', out]);
  await connectGuichet(['--ecb', FIRM, ...there]);
  await runGuichet(['file', path.join(out, 'domestic.xml'), ...there]);
}

test('a period filed elsewhere is asked about: replaced while there is time, or taken over', async ({ office }) => {
  const { page, guichet } = office;
  const returns = new Returns(office);
  await office.connect();
  await office.connected();
  const { id } = await returns.approved(CLIENT);
  await filedElsewhere(office);
  await returns.nextDay();
  await returns.show(id, 'file');
  const notice = page.getByTestId('filed-elsewhere');
  await notice.waitFor();
  await expect(notice).toContainText(`1-${CLIENT}-202610`);
  await expect(page.getByTestId('btn-file')).toHaveCount(0);
  const { version } = await returns.get(id);
  await expect(guichet.call('vat.file', { id, version })).rejects.toThrow();
  expect(await returns.posts(CLIENT)).toHaveLength(1);

  await page.getByTestId('btn-replace-elsewhere').click();
  await page.getByTestId('state-draft').waitFor();
  await expect(page.getByTestId('replaces')).toContainText(`1-${CLIENT}-202610`);
  await expect(notice).toHaveCount(0);

  // Thought better of: another draft of the period asks again, and becomes what SPF holds.
  await page.getByTestId('btn-discard').click();
  await page.getByTestId('btn-discard-confirm').click();
  const other = await returns.draft(CLIENT);
  await returns.show(other.id);
  await page.getByTestId('btn-take-over').click();
  await page.getByTestId('receipt-proven').waitFor();
  await expect(page.getByTestId('filed-on-portal')).toContainText(`1-${CLIENT}-202610`);
  const [held, ...more] = await returns.atSpf(CLIENT);
  expect(more).toEqual([]);
  expect((await returns.get(other.id)).content.grids['03'] ?? 0).toBe(held!.amounts['03'] ?? 0);
});
