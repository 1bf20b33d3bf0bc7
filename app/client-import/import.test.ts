import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { NUMBERS, utf8, workbook } from '#app/tables/test-lists.ts';

let stage: Stage;
let app: App;
const waiting: { ms: number; callback: () => void }[] = [];
const [, , , , OTHER] = NUMBERS;
const NEW = '0200000142';

beforeAll(async () => {
  stage = await createStage({ documents: 5, clients: 3, history: 0 });
  const after = (ms: number, callback: () => void): (() => void) => {
    if (ms === 30 * 60_000) {
      waiting.push({ ms, callback });
      return () => undefined;
    }
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  };
  app = await stage.open({}, { timers: { after } });
});
afterAll(() => stage.end());

const read = (bytes: Uint8Array) => app.call('clientImport.read', { bytes: new Uint8Array(bytes), fileName: 'list' });
const list = async () => (await app.call('clients.list', {})).clients;
const byNumber = async (number: string) => (await list()).find(({ enterpriseNumber }) => enterpriseNumber === number)!;

describe('a list of clients', () => {
  it('is read, shown and taken over once, and changes nothing the second time', async () => {
    const before = await list();
    const known = before.find(({ isFirm }) => !isFirm)!;
    const bytes = utf8(
      `Naam;KBO;Taal;Dossiernummer;Gemeente;Telefoon\nNieuw BV;${OTHER};nl;N1;Gent;\nAndere naam;${known.enterpriseNumber};;K1;;\nFout;1;;;;\n`,
    );
    const { tableId, rows, columns, mapping } = await read(bytes);
    expect([rows, columns[0]]).toEqual([3, { index: 0, heading: 'Naam', samples: ['Nieuw BV', 'Andere naam', 'Fout'] }]);
    expect(mapping).toEqual({ name: 0, enterpriseNumber: 1, language: 2, folderCode: 3, city: 4, phone: 5 });
    const preview = await app.call('clientImport.preview', { tableId, mapping });
    expect(preview.counts).toEqual({ create: 1, update: 1, same: 0, error: 1 });
    expect(preview.rows[1]).toMatchObject({
      action: 'update',
      changes: [
        { field: 'name', before: known.name, after: 'Andere naam' },
        { field: 'folderCode', before: '', after: 'K1' },
      ],
    });
    expect(await list()).toEqual(before);

    expect((await app.call('clientImport.apply', { tableId, mapping })).counts).toEqual(preview.counts);
    expect(await byNumber(OTHER)).toMatchObject({ name: 'Nieuw BV', language: 'nl', folderCode: 'N1', city: 'Gent' });
    const { name: _, folderCode: __, version: ___, ...kept } = known;
    expect(await byNumber(known.enterpriseNumber)).toMatchObject({ ...kept, name: 'Andere naam', folderCode: 'K1' });
    const [entry] = (await app.call('activity.list', { limit: 1 })).rows;
    expect(entry).toMatchObject({ kind: 'clients.imported', params: preview.counts });

    const versions = (await list()).map(({ version }) => version);
    expect((await app.call('clientImport.apply', { tableId, mapping })).counts).toEqual({ create: 0, update: 0, same: 2, error: 1 });
    expect((await list()).map(({ version }) => version)).toEqual(versions);
  });

  it('leaves alone the folder of another client and numbers that were merged', async () => {
    const [one] = (await list()).filter(({ isFirm }) => !isFirm) as [Awaited<ReturnType<typeof byNumber>>];
    const extra = await app.call('clients.save', { enterpriseNumber: NEW, name: 'Dubbel' });
    await app.call('clients.merge', { from: extra.id, into: one.id });
    const firm = (await list()).find(({ isFirm }) => isFirm)!;
    const { tableId, mapping } = await read(utf8(`Naam;KBO;Dossiernummer\nDubbel;${NEW};\n;${firm.enterpriseNumber};n1\n`));
    const { rows } = await app.call('clientImport.preview', { tableId, mapping });
    expect(rows.map(({ action, problems }) => [action, problems.map(({ code }) => code)])).toEqual([
      ['error', ['clientImport.merged']],
      ['same', ['clientImport.folderCodeTaken']],
    ]);
  });

  it('is forgotten after half an hour', async () => {
    const { tableId, mapping } = await read(utf8(`Naam;KBO\nEen;${OTHER}\n`));
    await expect(app.call('clientImport.preview', { tableId, mapping: { name: 0 } })).rejects.toMatchObject({
      code: 'clientImport.mapping',
    });
    await app.call('clientImport.preview', { tableId, mapping });
    waiting.at(-1)!.callback();
    for (const method of ['clientImport.preview', 'clientImport.apply'] as const)
      await expect(app.call(method, { tableId, mapping })).rejects.toMatchObject({ code: 'table.gone' });
  });

  it('must have rows', async () => {
    for (const bytes of [utf8(''), utf8('Naam;KBO\n;\n'), workbook([[]])])
      await expect(read(bytes)).rejects.toMatchObject({ code: 'table.empty' });
  });

  it('of two thousand clients is no work', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => {
      const body = String(30_000_00 + index).padStart(8, '0');
      return `Klant ${index};${body}${String(97 - (Number(body) % 97)).padStart(2, '0')};D${index};nl`;
    });
    const { tableId, mapping } = await read(utf8(`Naam;KBO;Dossiernummer;Taal\n${lines.join('\n')}\n`));
    expect((await app.call('clientImport.apply', { tableId, mapping })).counts).toEqual({ create: 2_000, update: 0, same: 0, error: 0 });
  });
});
