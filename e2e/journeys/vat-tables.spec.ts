import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/office.ts';
import { Returns } from '../harness/returns.ts';
import { workbook } from '../harness/workbook.ts';

const NUMBER = '0200000043';

test('a workbook of figures becomes drafts, its mistakes are told, and taking it again changes nothing', async ({ office }) => {
  const { page, guichet } = office;
  await guichet.call('clients.save', { enterpriseNumber: NUMBER, name: 'Exemple Tableau SRL', regime: 'month' });
  const buffer = workbook([
    ['BTW-nummer', 'Periode', 'Rooster 03', 'Rooster 54', 'Rooster 59', '71'],
    [`BE ${NUMBER}`, 'oktober 2026', 25_000, 5_250, '1.234,56', '4.015,44'],
    ['0999999922', 'oktober 2026', 1, 0.21, 'x', 0],
  ]);
  const file = { name: 'cijfers.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer };
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(file);
  await expect(page.getByTestId('import-column-3')).toHaveValue('54');
  expect(await violations(page), 'columns').toEqual([]);
  await page.getByTestId('table-preview').click();
  await expect(page.getByTestId('table-return-error')).toContainText('A3');
  await expect(page.getByTestId('table-return-error')).toContainText('E3');
  expect(await violations(page), 'preview').toEqual([]);
  await page.getByTestId('table-apply').click();
  await page.getByTestId('table-done').waitFor();
  expect(await violations(page), 'done').toEqual([]);
  await page.getByTestId('table-open').click();
  await page.waitForURL(/vat\/return/);

  const { rows } = await guichet.call('vat.board', { month: '2026-10' });
  const row = rows.find(({ enterpriseNumber }) => enterpriseNumber === NUMBER)!;
  const { content } = await guichet.call('vat.get', { id: row.returnId! });
  expect(content.grids).toEqual({ '03': 2_500_000, '54': 525_000, '59': 123_456 });
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(file);
  await page.getByTestId('table-preview').click();
  await page.getByTestId('table-tabs').waitFor();
  await expect(page.getByTestId('table-apply')).toBeDisabled();
});

const CLIENTS = ['0100000268', '0100000466'] as const;

test('figures of a spreadsheet become two returns, filed and proven', async ({ office }) => {
  const { page, guichet } = office;
  const returns = new Returns(office);
  await office.connect();
  await office.connected();
  const table = workbook([
    ['Numéro d’entreprise', 'Période', '03', '54', '82', '59'],
    [CLIENTS[0], '10/2026', 12_500.5, 2_625.11, 4_000, 840],
    [CLIENTS[1], '10/2026', '1.234,56', '259,26', 0, 0],
  ]);
  await page.getByTestId('nav-vat').click();
  await page
    .getByTestId('vat-import-input')
    .setInputFiles({ name: 'tva octobre.xlsx', mimeType: 'application/octet-stream', buffer: table });
  await expect(page.getByTestId('table-layout')).toBeVisible();
  const holds = await page
    .locator('[data-testid^="import-column-"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value));
  expect(holds).toEqual(['enterpriseNumber', 'period', '03', '54', '82', '59']);
  await page.getByTestId('table-preview').click();
  await expect(page.getByTestId('table-return-create')).toHaveCount(2);
  await page.getByTestId('table-apply').click();
  await page.getByTestId('table-done').waitFor();
  await page.getByTestId('table-close').click();

  const { rows } = await guichet.call('vat.board', {});
  const made = CLIENTS.map((number) => rows.find((row) => row.enterpriseNumber === number)!.returnId!);
  for (const id of made) {
    await returns.show(id, 'checks');
    await returns.fileOnScreen();
    await page.getByTestId('receipt-waiting').waitFor();
  }
  await returns.nextDay();
  for (const id of made) {
    await returns.reaches(id, 'proven');
    await returns.show(id, 'receipt');
    await page.getByTestId('receipt-proven').waitFor();
    await expect(page.getByTestId('receipt-document')).toHaveCount(2);
  }
  const filed = await Promise.all(CLIENTS.map((number) => returns.atSpf(number)));
  expect(filed.map((all) => all.map(({ amounts }) => amounts))).toEqual([
    [{ '03': 1_250_050, '54': 262_511, '59': 84_000, '71': 178_511, '82': 400_000 }],
    [{ '03': 123_456, '54': 25_926, '71': 25_926 }],
  ]);
});
