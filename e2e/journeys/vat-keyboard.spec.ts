import { expect, test } from '@playwright/test';
import { Keyboard } from '../harness/keyboard.ts';
import { sharedOffice } from '../harness/office.ts';
import { PERIOD, Returns } from '../harness/returns.ts';

const office = sharedOffice({ world: { monthly: 100 } });

/** Opens the board as its address shows it, the first time nobody has done anything there. */
async function board(): Promise<{ readonly keys: Keyboard; readonly returns: Returns }> {
  const { page } = office();
  await page.goto('app://guichet/#/vat');
  await page.getByTestId('vat-row').first().waitFor();
  const keys = new Keyboard(page);
  await keys.begin();
  return { keys, returns: new Returns(office()) };
}

/** Returns of the month on the board in the order of the screen. */
async function rowsOnScreen() {
  const { page, guichet } = office();
  const { rows } = await guichet.call('vat.board', {});
  const shown = await page.getByTestId('vat-row').evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.key));
  return shown.map((key) => rows.find(({ clientId, periodKey }) => key === `${clientId} ${periodKey}`)!);
}

test('a nil return, from the board to accepted, in fewer than ten keys', async () => {
  const { page } = office();
  const { keys, returns } = await board();
  const [first] = await rowsOnScreen();
  expect(first).toMatchObject({ state: null, periodKey: PERIOD });
  await keys.press('j', 'n');
  for (const button of ['btn-approve', 'btn-approve-confirm', 'btn-file', 'btn-file-confirm']) await keys.pressAt(button, 'Enter');
  await page.getByTestId('receipt-waiting').waitFor();
  const { pressed, pointed } = await keys.counted();
  expect(pressed).toBeLessThan(10);
  expect(pointed).toBe(0);
  const [filed] = await returns.atSpf(first!.enterpriseNumber);
  expect(filed).toMatchObject({ status: 'accepted', amounts: { '71': 0 } });
});

test('a full monthly return by keyboard only, from the board to its stored receipt', async () => {
  const { page, guichet } = office();
  const { keys, returns } = await board();
  const rows = await rowsOnScreen();
  const at = rows.findIndex(({ enterpriseNumber, state }) => enterpriseNumber === '0100000268' && state === null);
  await keys.press('j', ...Array.from({ length: at }, () => 'j'), 'Enter');
  await page.getByTestId('grid-form').waitFor();

  const grid = async (number: string, amount: string): Promise<void> => {
    await keys.press('g', ...number);
    await expect(page.getByTestId(`grid-${number}`)).toBeFocused();
    await keys.type(amount);
  };
  await grid('03', '1250,40+310');
  await expect(page.getByTestId('cell-result')).toHaveText('= 1.560,40');
  await keys.press('Enter');
  await keys.press('g', '5', '4');
  await expect(page.getByTestId('grid-54')).toBeFocused();
  await keys.press('F9');
  await expect(page.getByTestId('grid-54')).toHaveValue('327,68');
  await grid('82', '(400+100)*2');
  await keys.press('ArrowDown');
  await grid('59', '210.00');
  await keys.press('Control+Enter');
  for (const button of ['btn-check', 'btn-approve', 'btn-approve-confirm', 'btn-file', 'btn-file-confirm'])
    await keys.pressAt(button, 'Enter');
  await page.getByTestId('receipt-waiting').waitFor();
  await keys.reach('sandbox-next-day');
  await keys.press('Enter');
  await page.getByTestId('receipt-proven').waitFor();

  expect((await keys.counted()).pointed).toBe(0);
  const [filed, ...others] = await returns.atSpf('0100000268');
  expect(others).toEqual([]);
  expect(filed!.amounts).toEqual({ '03': 156_040, '54': 32_768, '59': 21_000, '71': 11_768, '82': 100_000 });
  const { rows: past } = await guichet.call('vat.history', { clientId: rows[at]!.clientId });
  const { receipt } = await returns.get(past.find(({ periodKey }) => periodKey === PERIOD)!.returnId!);
  expect([receipt.pdfDocumentId, receipt.xmlDocumentId].every(Boolean)).toBe(true);
});
