import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const CLIENT = '0100000268';

/** A nil return of one client, checked and open at its review. */
async function nilReturn(office: Office): Promise<string> {
  const { page, guichet } = office;
  await office.connect();
  await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-search').fill(CLIENT);
  await expect(page.getByTestId('vat-row')).toHaveCount(1);
  await page.getByTestId('vat-nil').click();
  await page.getByTestId('approve-notice').waitFor();
  const { rows } = await guichet.call('vat.board', {});
  return rows.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!.returnId!;
}

test('four eyes, filed, proven, replaced before the deadline', async ({ office }) => {
  const { page, guichet } = office;
  await guichet.call('users.save', { name: 'Réviseur', initials: 'RV', role: 'partner' });
  await guichet.call('settings.set', { approval: 'other' });
  const id = await nilReturn(office);
  await expect(page.getByTestId('btn-approve')).toHaveCount(0);
  await page.getByTestId('approval-switch').click();
  await page.getByTestId('approval-as-RV').click();
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('receipt-waiting').waitFor();
  await page.getByTestId('sandbox-next-day').click();
  await eventually(async () => {
    if ((await guichet.call('sync.status', {})).state === 'idle') await guichet.call('sync.start', {});
    return (await guichet.call('vat.get', { id })).state === 'proven' ? true : undefined;
  }, 40);
  await page.getByTestId('receipt-proven').waitFor();
  await page.getByTestId('btn-replace').click();
  await page.getByTestId('state-draft').waitFor();
  const { rows } = await guichet.call('vat.history', { clientId: (await guichet.call('vat.get', { id })).clientId });
  const draft = await guichet.call('vat.get', { id: rows.find(({ state }) => state === 'draft')!.returnId! });
  expect(draft.content.replaces).toMatch(/\d/);
  await expect(page.getByTestId('replaces')).toContainText(draft.content.replaces!);

  // Begun by mistake: put aside, the filed one speaks again, and the toast takes it back.
  const onBoard = async () => {
    const { rows: all } = await guichet.call('vat.board', {});
    return all.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
  };
  await page.getByTestId('btn-discard').click();
  await page.getByTestId('btn-discard-confirm').click();
  await page.getByTestId('vat-row').first().waitFor();
  expect(await onBoard()).toMatchObject({ returnId: id, state: 'proven', replaces: false });
  await page.getByTestId('undo').click();
  await page.getByTestId('row-replaces').waitFor();
  expect(await onBoard()).toMatchObject({ returnId: draft.id, state: 'draft', replaces: true });
});

test('filed on the portal: the proof is kept, and nothing is sent', async ({ office }) => {
  const { page, guichet } = office;
  const id = await nilReturn(office);
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-portal').click();
  await page.getByTestId('portal-reason').fill('Intervat injoignable depuis le bureau');
  const attach = (text: string): Promise<void> =>
    page.getByTestId('portal-file').setInputFiles({ name: 'accuse.pdf', mimeType: 'application/pdf', buffer: Buffer.from(text) });
  await attach('%PDF-1.7\ncut short');
  await page.getByTestId('portal-confirm').click();
  await page.getByTestId('portal-error').waitFor();
  await attach('%PDF-1.7\n1 0 obj\nendobj\nstartxref\n9\n%%EOF\n');
  await page.getByTestId('portal-confirm').click();
  await page.getByTestId('filed-on-portal').waitFor();
  const view = await guichet.call('vat.get', { id });
  expect(view).toMatchObject({ state: 'accepted', portal: { fileName: 'accuse.pdf' } });
  expect((await office.control<{ items: unknown[] }>('requests?route=int.file')).items).toHaveLength(0);
});
