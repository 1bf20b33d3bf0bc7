import type { Page } from '@playwright/test';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const CLIENT = '0100000268';

async function board(office: Office): Promise<Page> {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  await office.page.getByTestId('nav-vat').click();
  await office.page.getByTestId('vat-row').first().waitFor();
  return office.page;
}

const postsSent = async (office: Office): Promise<number> =>
  (await office.control<{ items: unknown[] }>('requests?route=int.file')).items.length;

const accepted = async (office: Office): Promise<number> =>
  (await office.guichet.call('vat.board', {})).rows.filter(({ state }) => state === 'accepted').length;

test('returns of the board together: nil, approved, filed once each; what cannot be filed is explained', async ({ office }) => {
  const page = await board(office);
  await office.control('mandates', { mandator: CLIENT, mandatary: '0100000169', types: ['MYMINFIN'] });
  const act = async (action: string): Promise<void> => {
    await page.getByTestId('vat-list').focus();
    await page.keyboard.press('Control+a');
    await page.getByTestId(`vat-batch-${action}`).click();
    await page.getByTestId('vat-batch-confirm').click();
    await page.locator('[data-testid="batch-dialog"] [data-testid="batch-words"][data-state="finished"]').waitFor();
  };
  for (const action of ['nil', 'check', 'approve']) {
    await act(action);
    await page.getByTestId('batch-close').click();
  }
  const before = await accepted(office);
  await act('file');
  const words = page.locator('[data-testid="batch-dialog"] [data-testid="batch-words"]');
  const filed = Number(await words.getAttribute('data-done'));
  expect(filed).toBeGreaterThan(1);
  expect(await words.getAttribute('data-explained')).toBe('1');
  expect(await accepted(office)).toBe(before + filed);
  const sent = await postsSent(office);
  expect(sent).toBe(filed + 1);
  await page.getByTestId('batch-again').click();
  await page.getByTestId('batch-reason').waitFor();
  await page.locator('[data-testid="batch-dialog"] [data-testid="batch-words"][data-done="0"][data-state="finished"]').waitFor();
  expect(await postsSent(office)).toBe(sent);
  await page.getByTestId('batch-reason').getByRole('link').click();
  await page.getByTestId('outcome-refused').waitFor();
});
