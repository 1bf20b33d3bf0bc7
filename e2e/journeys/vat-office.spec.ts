import { expect, test } from '@playwright/test';
import { sharedOffice } from '../harness/office.ts';
import { scan } from '../harness/qr.ts';
import { Returns } from '../harness/returns.ts';

const [EYES, OFFLINE, PORTAL] = ['0100000268', '0100000466', '0100000664'] as const;

/** The last day: what waits is tried again within seconds. */
const office = sharedOffice({ world: { monthly: 100, startAt: '2026-11-20T07:42:00Z' }, cabled: true });

test('with four eyes the one who prepared cannot approve, another can, and a change voids it', async () => {
  const { page, guichet } = office();
  const returns = new Returns(office());
  const { users, currentId } = await guichet.call('users.save', { name: 'Noor Modelmans', initials: 'NM', role: 'accountant' });
  const me = users.find(({ id }) => id === currentId)!;
  await page.goto('app://guichet/#/settings/filing');
  await page.getByTestId('settings-approval-other').click();
  await expect(page.getByTestId('settings-approval-other')).toBeChecked();
  const { id } = await returns.ready(EYES);
  await returns.show(id, 'review');
  await expect(page.getByTestId('btn-approve')).toHaveCount(0);
  await page.getByTestId('approval-switch').click();
  await page.getByTestId('approval-as-NM').click();
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-file').waitFor();
  expect((await returns.get(id)).approval).toMatchObject({ preparedBy: me.name, approvedBy: 'Noor Modelmans' });

  await page.getByTestId('btn-edit').click();
  await page.getByTestId('grid-47').fill('10');
  await page.getByTestId('grid-47').press('Control+Enter');
  await page.getByTestId('btn-check').click();
  await page.getByTestId('approval-switch').waitFor();
  await expect(page.getByTestId('btn-approve')).toHaveCount(0);
  const changed = await returns.get(id);
  expect(changed).toMatchObject({ state: 'ready', sha256: null, approval: { preparedBy: 'Noor Modelmans', approvedBy: null } });
  expect(changed.allowed).not.toContain('send');
  await guichet.call('users.switch', { id: me.id });
  await guichet.call('settings.set', { approval: 'off' });
});

test('approved without a network, a return waits and leaves by itself when the network is back', async () => {
  const { page } = office();
  const returns = new Returns(office());
  const { id } = await returns.ready(OFFLINE);
  await returns.show(id, 'review');
  await office().cable!.cut();
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-queue').click();
  const queued = page.getByTestId('outcome-queued');
  await queued.waitFor();
  await expect.poll(async () => (await returns.get(id)).queue?.reason ?? null).toMatch(/^net\./);
  await expect(page.getByTestId('btn-unqueue')).toBeVisible();
  await office().cable!.mend();
  await returns.reaches(id, 'accepted', 60);
  await page.getByTestId('receipt-waiting').or(page.getByTestId('outcome-accepted')).first().waitFor();
  expect(await returns.posts(OFFLINE)).toHaveLength(1);
  expect(await returns.atSpf(OFFLINE)).toMatchObject([{ status: 'accepted' }]);
});

test('filed on the portal with its proof, agreed by the client, paid by a code that a bank can scan', async () => {
  const { page, guichet } = office();
  const returns = new Returns(office());
  const { id } = await returns.approved(PORTAL);
  const { bytes } = await guichet.call('vat.paper', { id, paper: 'return', locale: 'fr' });
  const proof = { name: 'preuve-intervat.pdf', mimeType: 'application/pdf', buffer: Buffer.from(Object.values(bytes)) };
  await returns.show(id, 'file');
  await page.getByTestId('btn-portal').click();
  await expect(page.getByTestId('portal-confirm')).toBeDisabled();
  await page.getByTestId('portal-reason').fill('Le service était en maintenance.');
  await page.getByTestId('portal-file').setInputFiles(proof);
  await page.getByTestId('portal-confirm').click();
  await expect(page.getByTestId('filed-on-portal')).toContainText('preuve-intervat.pdf');

  await page.getByTestId('sign-off-record').click();
  await page.getByTestId('sign-off-who').fill('Aline Modèle');
  await page.getByTestId('sign-off-file').setInputFiles({ ...proof, name: 'accord.pdf' });
  await page.getByTestId('sign-off-confirm').click();
  await expect(page.getByTestId('sign-off')).toContainText('Aline Modèle');
  await expect(page.getByTestId('sign-off')).toContainText('accord.pdf');

  const view = await returns.get(id);
  expect(view).toMatchObject({ state: 'accepted', signOff: { who: 'Aline Modèle', on: '2026-11-20' } });
  expect(await returns.posts(PORTAL)).toEqual([]);
  const { iban, bic, name, communication } = view.payment!;
  const code = ['BCD', '002', '1', 'SCT', bic, name, iban, 'EUR315.00', '', '', communication].join('\n');
  expect(communication).toBe('+++010/0000/66466+++');
  expect(await scan(guichet, page.getByTestId('payment-qr'))).toBe(code);
});
