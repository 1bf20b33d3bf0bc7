import { connectFirm } from '../harness/connect.ts';
import { giveConsent } from '../harness/consent.ts';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

test('the sandbox’s own relay registers the installation, and its key is renewed and ended from the settings', async () => {
  const guichet = await launchGuichet();
  const { page } = guichet;
  await interactive(guichet);
  expect((await connectFirm(guichet)).state).toBe('active');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-connections').click();
  const kid = page.getByTestId('installation-kid');
  const first = (await kid.textContent()) ?? '';
  expect(first).toMatch(/^[\w-]{43}$/);

  await page.getByTestId('installation-rotate').click();
  await expect(kid).not.toHaveText(first);
  await page.getByTestId('installation-revoke').click();
  await page.getByTestId('installation-revoke-confirm').click();
  await expect(kid).toHaveCount(0);
  expect((await guichet.call('identity.list', {})).consents).toEqual([]);
  expect((await connectFirm(guichet)).state).toBe('active');
  expect(guichet.problems).toEqual([]);
  await guichet.close();
});

test.describe('somebody who may not consent', () => {
  test.use({ world: { documents: 5 } });

  test('prepares a link that the legal representative opens', async ({ office }) => {
    const { page, guichet } = office;
    await office.connect({ person: '01010199995' });
    await expect(page.getByTestId('consent-failed')).toContainText('0100.000.169');
    const before = (await guichet.openedAddresses()).length;
    await page.getByTestId('consent-link').click();
    const url = (await page.getByTestId('consent-url').textContent()) ?? '';
    expect((await guichet.openedAddresses()).length).toBe(before);
    await giveConsent(url);
    await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  });
});
