import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answerSaveDialog } from '../harness/browser.ts';
import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

test.beforeEach(async ({ office }) => {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).lastResult === null) await office.guichet.call('sync.start', {});
  await office.synced();
  await office.page.getByTestId('nav-documents').click();
});

test('find a demand, read it, save it, mark it done; all is there after a restart', async ({ office }) => {
  const { page, guichet } = office;
  await page.getByTestId('doc-row').first().waitFor();
  await page.getByTestId('doc-search').fill('sommation');
  await expect.poll(() => page.getByTestId('doc-row').count()).toBeLessThan(40);
  const { rows } = await guichet.call('documents.list', {
    filter: { text: 'sommation' },
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 100,
  });
  const pdf = rows.find(({ mimeType }) => mimeType === 'application/pdf')!;
  await page.goto(`app://guichet/#/documents?work=all&doc=${pdf.id}`);
  await page.getByTestId('pdf-page').first().waitFor();

  const target = path.join(office.profileDir, 'saved.pdf');
  await answerSaveDialog(guichet.app, target);
  await page.getByTestId('doc-more').click();
  await page.getByTestId('doc-save').click();
  await expect.poll(() => existsSync(target)).toBe(true);
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByTestId('doc-work').click();
  await page.getByTestId('doc-work-done').click();
  await expect.poll(async () => (await guichet.call('documents.get', { id: pdf.id })).work).toBe('done');
  await guichet.close();
  await office.open();
  expect((await office.guichet.call('documents.get', { id: pdf.id })).work).toBe('done');
  const again = await office.guichet.call('documents.content', { id: pdf.id });
  expect(Object.keys(again.bytes).length).toBe(pdf.size);
});

test('nothing readable lies in the profile', async ({ office }) => {
  const { rows } = await office.guichet.call('documents.list', {
    filter: {},
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 500,
  });
  const names = rows.map(({ clientName }) => clientName).filter((name) => name.length > 12);
  await office.guichet.close();
  for (const file of ['guichet.db', 'search.db']) {
    const bytes = readFileSync(path.join(office.profileDir, file)).toString('latin1');
    expect(bytes.startsWith('SQLite format 3')).toBe(false);
    for (const name of names) expect(bytes).not.toContain(Buffer.from(name).toString('latin1'));
  }
  await office.open();
});
