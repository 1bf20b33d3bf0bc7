import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

test('staff cannot consent and are told who can; the representative can, and the sync follows', async ({ office }) => {
  const { page, guichet } = office;
  await office.connect({ person: '01010199995' });
  const failed = await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'failed'));
  expect(failed.error?.code).toBe('identity.invalid_scope');
  await expect(page.getByTestId('consent-failed')).toContainText(/seul le représentant légal/i);

  await office.connect();
  await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await guichet.call('sync.status', {})).lastResult === null) await page.getByTestId('sync-start').click();
  await office.synced();
  const { archive } = await guichet.call('documents.facets', {});
  expect(archive.find(({ state }) => state === 'stored')?.count).toBe(120);
});

test('the address of the consent page is given to the system browser only, and only on loopback', async ({ office }) => {
  const { page } = office;
  await office.connect();
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-connections').click();
  await page.getByTestId('consent-renew').click();
  await page.getByTestId('consent-cancel').waitFor();
  await eventually(async () => ((await office.guichet.openedAddresses()).length === 2 ? true : undefined));
  for (const address of await office.guichet.openedAddresses()) expect(new URL(address).hostname).toBe('127.0.0.1');
});
