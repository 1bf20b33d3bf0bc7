import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { connect, createStage, type Stage } from '#app/core/testing.ts';
import { systemError, type Trouble, troubled } from '#app/mirror/testing.ts';
import { command, query } from '#app/platform/db/index.ts';
import type { DocumentSelection } from '#shared/contract/documents.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { LOCALES } from '#shared/domain/locale.ts';
import { COLUMNS } from './columns.ts';

const DOCUMENTS = 40;
const ALL: DocumentSelection = { filter: {}, except: [] };
let stage: Stage;
let app: App;
let base: string;
let trouble: Trouble;

const target = (name: string): string => path.join(base, name);
const write = (format: ExportFormat, name: string, selection: DocumentSelection = ALL) =>
  app.call('exports.write', { selection, format, path: target(name) });
const csvOf = (bytes: Uint8Array): Record<string, string>[] => parse(Buffer.from(bytes), { delimiter: ';', bom: true, columns: true });
const run = (sql: string): void => {
  app.context.db.write((tx) => tx.run(command('test.run', sql)));
};

beforeAll(async () => {
  stage = await createStage({ documents: DOCUMENTS });
  base = mkdtempSync(path.join(tmpdir(), 'guichet export é '));
  trouble = troubled(base);
  app = await stage.open({}, { files: trouble.files });
  await connect(app);
  await app.sync.run({});
  run(`UPDATE document SET label_fr = '=HYPERLINK("http://x";"y")', note = '+1' || char(10) || '@x', amount = -123456, due_on = '2026-12-05'
       WHERE seq = 1`);
  run("UPDATE document SET archive = 'refused', reason = 'document.refused' WHERE seq = 2");
  run("INSERT INTO document_tag VALUES (1, 'à voir'), (1, 'urgent')");
});
afterAll(async () => {
  await stage.end();
  rmSync(base, { recursive: true, force: true });
});
beforeEach(() => {
  trouble.before = () => undefined;
});

describe('a zip of a selection', () => {
  it('holds every stored document as it is, under a name no system refuses, and an index in both formats', async () => {
    const result = await write('zip', 'all.zip');
    expect(result).toMatchObject({ documents: DOCUMENTS, missing: 1, bytes: statSync(target('all.zip')).size });
    const entries = unzipSync(readFileSync(target('all.zip')));
    const names = Object.keys(entries);
    expect(names.filter((name) => !name.startsWith('index.'))).toHaveLength(DOCUMENTS - 1);
    for (const name of names)
      expect(name).toMatch(/^(index\.(csv|xlsx)|(\d{10}|Sans client)\/2026\/[^/\\:*?"<>|]+\/2026-\d\d-\d\d [^/\\:*?"<>|]+\.\w+)$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);

    const index = csvOf(entries['index.csv']!);
    expect(index).toHaveLength(DOCUMENTS);
    const files = app.context.db.all(
      query<{ id: string; uuid: string }>('test.stored', "SELECT id, uuid FROM document WHERE archive = 'stored' LIMIT 5"),
    );
    for (const { id, uuid } of files) {
      const { bytes } = await app.call('documents.content', { id });
      const row = index.find((each) => each['Identifiant SPF'] === uuid)!;
      expect(Buffer.from(entries[row.Fichier!]!).equals(Buffer.from(bytes))).toBe(true);
    }
    const refused = index.filter(({ Fichier }) => Fichier === '');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.Archive).toBe('Refusé par le SPF');
    expect(refused[0]!.Motif!.length).toBeGreaterThan(10);
  });

  it('leaves out what turns out damaged and says so, and has it mended', async () => {
    const { sha256 } = app.context.db.get(query<{ sha256: string }>('test.third', 'SELECT sha256 FROM document WHERE seq = 3'))!;
    run(`UPDATE document SET sha256 = '${'0'.repeat(64)}' WHERE seq = 3`);
    const result = await write('zip', 'damaged.zip');
    expect(result).toMatchObject({ documents: DOCUMENTS, missing: 2 });
    const index = csvOf(unzipSync(readFileSync(target('damaged.zip')))['index.csv']!);
    expect(index.filter(({ Archive }) => Archive === 'Endommagé')).toEqual([expect.objectContaining({ Fichier: '' })]);
    run(`UPDATE document SET sha256 = '${sha256}', archive = 'stored', reason = NULL WHERE seq = 3`);
  });

  it('is made of one client, or of documents by name', async () => {
    const { clientId } = app.context.db.get(
      query<{ clientId: string }>('test.client', 'SELECT client_id AS clientId FROM document WHERE client_id IS NOT NULL LIMIT 1'),
    )!;
    const { count } = app.context.db.get(
      query<{ count: number }, { clientId: string }>('test.count', 'SELECT count(*) AS count FROM document WHERE client_id = @clientId'),
      { clientId },
    )!;
    expect((await write('csv', 'client.csv', { filter: { clientId }, except: [] })).documents).toBe(count);
    const { id } = app.context.db.get(query<{ id: string }>('test.one', 'SELECT id FROM document WHERE seq = 5'))!;
    expect((await write('csv', 'one.csv', { ids: [id] })).documents).toBe(1);
    await expect(write('csv', 'none.csv', { ids: ['01890000-0000-7000-8000-000000000000'] })).rejects.toMatchObject({
      code: 'exports.empty',
    });
    expect(readdirSync(base).some((name) => name.startsWith('none'))).toBe(false);
  });
});

describe('a list', () => {
  it('as CSV opens in a Belgian Excel and never as a formula', async () => {
    await write('csv', 'list.csv');
    const text = readFileSync(target('list.csv'), 'utf8');
    expect(text.startsWith('\ufeffClient;N° d’entreprise;Document;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(DOCUMENTS + 2);
    const odd = csvOf(readFileSync(target('list.csv'))).find(({ Document }) => Document!.includes('HYPERLINK'))!;
    expect(odd).toMatchObject({
      Document: '\'=HYPERLINK("http://x";"y")',
      Note: "'+1 @x",
      'Montant (EUR)': '-1234,56',
      Échéance: '2026-12-05',
      Étiquettes: 'à voir, urgent',
    });
    expect(odd['N° d’entreprise']).toMatch(/^(BE \d{4}\.\d{3}\.\d{3})?$/);
    for (const row of csvOf(readFileSync(target('list.csv'))))
      for (const [title, value] of Object.entries(row)) if (title !== 'Montant (EUR)') expect(value).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('as XLSX has real days, amounts and texts', async () => {
    await write('xlsx', 'list.xlsx');
    const [sheet] = await readXlsxFile(target('list.xlsx'));
    const rows = sheet!.data;
    expect(rows).toHaveLength(DOCUMENTS + 1);
    expect(rows[0]).toHaveLength(COLUMNS.length);
    const odd = rows.find((row) => String(row[2]).includes('HYPERLINK'))!;
    expect(odd[2]).toBe('=HYPERLINK("http://x";"y")');
    expect(odd[6]).toBe(-1234.56);
    expect(odd[5]).toEqual(new Date('2026-12-05T00:00:00Z'));
    const sheetXml = Buffer.from(unzipSync(readFileSync(target('list.xlsx')))['xl/worksheets/sheet1.xml']!).toString('utf8');
    expect(sheetXml).not.toContain('<f>');
  });

  it('has its titles in the user’s language', async () => {
    const titles = new Set<string>();
    for (const locale of LOCALES) {
      await app.call('settings.set', { locale });
      await write('csv', 'titles.csv');
      titles.add(readFileSync(target('titles.csv'), 'utf8').split('\r\n')[0]!);
    }
    await app.call('settings.set', { locale: 'fr' });
    expect(titles.size).toBe(4);
  });
});

describe('trouble', () => {
  it('one export at a time, and cancelling leaves nothing', async () => {
    const first = write('zip', 'cancelled.zip');
    await expect(write('csv', 'second.csv')).rejects.toMatchObject({ code: 'exports.busy' });
    expect(await app.call('exports.status', {})).toMatchObject({ running: true });
    await app.call('exports.cancel', {});
    await expect(first).rejects.toMatchObject({ code: 'exports.cancelled' });
    expect(readdirSync(base).filter((name) => /^(cancelled|second)/.test(name))).toEqual([]);
    expect(await app.call('exports.status', {})).toMatchObject({ running: false });
  });

  it.each([
    ['write', 'ENOSPC'],
    ['create', 'EACCES'],
    ['rename', 'EIO'],
  ])('a failure of "%s" (%s) is named and keeps the file that was there', async (operation, code) => {
    writeFileSync(target('kept.zip'), 'before');
    let seen = 0;
    trouble.before = (name) => {
      if (name === operation) seen += 1;
      if (name === operation && (operation !== 'write' || seen > 20)) throw systemError(code);
    };
    await expect(write('zip', 'kept.zip')).rejects.toMatchObject({ code: 'exports.write', params: { reason: code } });
    expect(readFileSync(target('kept.zip'), 'utf8')).toBe('before');
    expect(readdirSync(base).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
