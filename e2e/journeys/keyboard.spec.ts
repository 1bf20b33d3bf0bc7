import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

/** A client of the simulated firm that files every month. */
const CLIENT = '0100000268';

async function theReturn(office: Office) {
  const client = await eventually(async () =>
    (await office.guichet.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT),
  );
  return office.guichet.call('vat.open', { clientId: client.id, periodKey: '2026-10' });
}

test('a monthly return by the keyboard alone: jumps, sums, the tax taken, a correction and a justification', async ({ office }) => {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  const { id } = await theReturn(office);
  const { page } = office;
  const { keyboard } = page;
  await page.evaluate((place) => {
    location.hash = place;
  }, `#/vat/return/${id}/grids`);
  const cell = (grid: string) => page.getByTestId(`grid-${grid}`);
  await expect(cell('00')).toBeFocused();

  const enter = async (grid: string, text: string): Promise<void> => {
    await keyboard.press('g');
    await page.getByTestId('grid-jump').waitFor();
    await keyboard.type(grid);
    await expect(cell(grid)).toBeFocused();
    await keyboard.type(text);
  };
  await enter('03', '1250,40+310');
  await expect(page.getByTestId('cell-result')).toHaveText('= 1.560,40');
  await keyboard.press('Enter');
  await expect(cell('44')).toBeFocused();
  await enter('54', '');
  await keyboard.press('F9');
  await expect(cell('54')).toHaveValue('327,68');
  await enter('82', '(1000+200)*50%');
  await keyboard.press('ArrowDown');
  await expect(cell('82')).toHaveValue('600,00');
  // Too much to deduct: the totals follow each key, Escape takes it back.
  await enter('59', '99');
  await expect(page.getByTestId('total-yy')).toHaveText('99,00');
  await keyboard.press('Escape');
  await expect(page.getByTestId('total-yy')).toHaveText('0,00');
  await keyboard.type('4000');
  await keyboard.press('Enter');
  await expect(page.getByTestId('balance')).toHaveText('3.672,32');
  await page.locator('[data-testid="finding"][data-severity="warning"]').waitFor();
  await keyboard.press('F8');
  await expect(cell('59')).toBeFocused();

  await keyboard.press('Control+Enter');
  await expect(page.locator('textarea[data-testid^="justification-"]')).toBeFocused();
  await keyboard.type('Véhicule acheté en octobre, facture reçue en novembre.');
  const button = (name: string) => page.getByTestId(name);
  await expect(button('btn-check')).toBeEnabled();
  while (!(await button('btn-check').evaluate((element) => element === document.activeElement))) await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(button('btn-approve')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button('btn-approve-confirm')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button('btn-file')).toBeFocused();
  await keyboard.press('Enter');
  await expect(button('btn-file-confirm')).toBeFocused();
  await keyboard.press('Enter');
  await page.getByTestId('receipt-waiting').waitFor();

  const { state, content } = await theReturn(office);
  expect(state).toBe('accepted');
  expect(content.grids).toMatchObject({ '03': 156040, '54': 32768, '82': 60000, '59': 400000 });
  expect(content.justifications.map(({ code }) => code)).toEqual(['W_TVA_GRID_59_INCORRECT_VALUE']);
});
