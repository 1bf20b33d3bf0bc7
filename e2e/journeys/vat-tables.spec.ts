import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from '../harness/office.ts';

const NUMBER = '0200000043';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook with one sheet: numbers as numbers, a formula with its value. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number, at: string): string =>
    typeof value === 'number'
      ? `<c r="${at}"><f>0+${value}</f><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${'ABCDEFG'[column]}${row + 1}`)).join('')}</row>`,
  );
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Btw" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`),
    }),
  );
}

/** What axe finds wrong in the dialog, a line each. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

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
