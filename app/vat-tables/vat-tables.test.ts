import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { utf8, workbook } from '#app/tables/test-lists.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { numberFor } from './test-tables.ts';

let stage: Stage;
let app: App;
/** Clients with no history, so that no period is filed. */
const [ONE, TWO, THREE] = [1, 2, 3].map(numberFor) as [string, string, string];

beforeAll(async () => {
  stage = await createStage({ documents: 5, clients: 3, history: 0 });
  app = await stage.open();
  for (const enterpriseNumber of [ONE, TWO, THREE])
    await app.call('clients.save', { enterpriseNumber, name: `Client ${enterpriseNumber}`, regime: 'month' });
});
afterAll(() => stage.end());

const read = (bytes: Uint8Array) => app.call('vatTable.read', { bytes: new Uint8Array(bytes), fileName: 'cijfers.csv' });
const idOf = async (number: string) =>
  (await app.call('clients.list', {})).clients.find(({ enterpriseNumber }) => enterpriseNumber === number)!.id;
const contentOf = async (number: string, periodKey: string) => {
  const { rows } = await app.call('vat.history', { clientId: await idOf(number) });
  const id = rows.find((row) => row.periodKey === periodKey)?.returnId;
  return id ? (await app.call('vat.get', { id })).content : null;
};
const table = (lines: string): Uint8Array => utf8(`Ondernemingsnummer;Periode;Rooster 03;Rooster 54\n${lines}`);
async function apply(lines: string, more: { mapping?: VatMapping } = {}) {
  const { tableId, mapping } = await read(table(lines));
  return (await app.call('vatTable.apply', { tableId, mapping: more.mapping ?? mapping })).returns;
}

describe('a table of VAT figures', () => {
  it('becomes drafts, but for the returns with an error, and changes nothing the second time', async () => {
    const lines = `${ONE};2026-08;1.000,00;210,00\n${TWO};2026-08;1.000,00;x\n${THREE};2026-08;0;0\n`;
    const { tableId, mapping, known } = await read(table(lines));
    expect(known).toBe(false);
    const { returns: preview } = await app.call('vatTable.preview', { tableId, mapping });
    expect(preview.map(({ action }) => action)).toEqual(['create', 'error', 'create']);
    expect(await contentOf(ONE, '2026-08')).toBeNull();

    const { returns } = await app.call('vatTable.apply', { tableId, mapping });
    expect(returns.map(({ returnId, ...rest }) => ({ ...rest }))).toEqual(preview);
    expect(returns.map(({ returnId }) => returnId !== null)).toEqual([true, false, true]);
    expect((await contentOf(ONE, '2026-08'))!.grids).toEqual({ '03': 100_000, '54': 21_000 });
    expect(await contentOf(TWO, '2026-08')).toBeNull();
    expect((await contentOf(THREE, '2026-08'))!.grids).toEqual({});

    const again = await read(table(lines));
    expect(again.known).toBe(true);
    const second = await app.call('vatTable.apply', { tableId: again.tableId, mapping: again.mapping });
    expect(second.returns.map(({ action, returnId }) => [action, returnId])).toEqual([
      ['same', returns[0]!.returnId],
      ['error', null],
      ['same', returns[2]!.returnId],
    ]);
    const [entry] = (await app.call('vat.get', { id: returns[0]!.returnId! })).evidence;
    expect(entry).toMatchObject({ event: 'imported' });
  });

  it('keeps what a person has said in the draft beside the amounts', async () => {
    await apply(`${ONE};2026-07;100;21\n`);
    const { rows } = await app.call('vat.history', { clientId: await idOf(ONE) });
    const view = await app.call('vat.get', { id: rows.find(({ periodKey }) => periodKey === '2026-07')!.returnId! });
    await app.call('vat.save', { id: view.id, version: view.version, content: { ...view.content, comment: 'Nagekeken', cessation: true } });
    expect(await apply(`${ONE};2026-07;200;42\n`)).toMatchObject([{ action: 'update', returnId: view.id }]);
    expect(await contentOf(ONE, '2026-07')).toMatchObject({ comment: 'Nagekeken', cessation: true, grids: { '03': 20_000, '54': 4_200 } });
  });

  it('never writes over a return that somebody approved, and says so', async () => {
    const [made] = await apply(`${TWO};2026-07;100;21\n`);
    const checked = await app.call('vat.check', {
      id: made!.returnId!,
      version: (await app.call('vat.get', { id: made!.returnId! })).version,
    });
    await app.call('vat.approve', { id: checked.id, version: checked.version });
    const returns = await apply(`${TWO};2026-07;200;42\n${THREE};2026-07;200;42\n`);
    expect(returns).toMatchObject([
      { action: 'error', problems: [{ code: 'vat.import.in_progress' }], returnId: null },
      { action: 'create' },
    ]);
    expect((await contentOf(TWO, '2026-07'))!.grids).toEqual({ '03': 10_000, '54': 2_100 });
  });

  it('takes client and period from a person where the table does not say them', async () => {
    const { tableId, mapping, said } = await read(utf8('Grille;Montant\n03;500,00\n54;105,00\n'));
    expect([mapping.layout, said]).toEqual(['columns', { enterpriseNumber: null, periodKey: null }]);
    const { returns } = await app.call('vatTable.preview', { tableId, mapping });
    expect(returns[0]!.problems.map(({ code }) => code)).toEqual(['vatTable.numberMissing', 'vatTable.periodMissing']);
    const applied = await app.call('vatTable.apply', { tableId, mapping, clientId: await idOf(TWO), periodKey: '2026-06' });
    expect(applied.returns).toMatchObject([{ action: 'create', enterpriseNumber: TWO, periodKey: '2026-06' }]);
  });

  it('reads a table again as a person said, even when its periods moved on', async () => {
    const monthly = (month: string): Uint8Array => utf8(`Poste;Texte;${month}\n54;Due;1,00\n59;Ded;2,00\n`);
    const { tableId, mapping } = await read(monthly('oct 2026'));
    await app.call('vatTable.apply', { tableId, mapping: { ...mapping, amountColumn: 2 }, clientId: await idOf(ONE) });
    expect(await read(monthly('nov 2026'))).toMatchObject({ known: true, mapping: { amountColumn: 2 } });
  });

  it('reads the sheet that has figures, and says that another has some too', async () => {
    const rows = [
      ['Nummer', 'Periode', '03', '54'],
      [ONE, '2026-05', 100, 21],
    ];
    const { columns, otherSheets } = await read(workbook([[['Kaft']], rows, [...rows, [TWO, '2026-05', 100, 21]]]));
    expect([columns.length, otherSheets]).toEqual([4, 1]);
    await expect(read(utf8(''))).rejects.toMatchObject({ code: 'table.empty' });
    await expect(read(utf8('<html></html>'))).rejects.toMatchObject({ code: 'table.type' });
    await expect(
      app.call('vatTable.preview', {
        tableId: crypto.randomUUID(),
        mapping: { layout: 'rows', grids: {}, enterpriseNumber: null, period: null, gridColumn: null, amountColumn: null },
      }),
    ).rejects.toMatchObject({ code: 'table.gone' });
  });

  it('of a thousand returns is no work', async () => {
    const numbers = Array.from({ length: 1_000 }, (_, index) => numberFor(100 + index));
    const list = utf8(`Naam;KBO;Regime btw\n${numbers.map((number, index) => `Klant ${index};${number};maand`).join('\n')}\n`);
    const clients = await app.call('clientImport.read', { bytes: new Uint8Array(list), fileName: 'k.csv' });
    await app.call('clientImport.apply', { tableId: clients.tableId, mapping: clients.mapping });
    const returns = await apply(numbers.map((number, index) => `${number};2026-10;${index},50;${index},10`).join('\n'));
    expect(returns.filter(({ action }) => action === 'create').length).toBe(1_000);
    expect((await contentOf(numbers[999]!, '2026-10'))!.grids).toEqual({ '03': 99_950, '54': 99_910 });
  });
});
