import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '#app/core/app.ts';
import { createStage, type Stage } from '#app/core/testing.ts';
import { readConsignment } from '#app/vat/xml/read-consignment.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { cents, formatAmount } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { readPdf } from './testing.ts';

let stage: Stage;
let app: App;
let client: Client;
let view: ReturnView;
const GRIDS = { '01': cents(123_456_78), '03': cents(2_500_000), '54': cents(1_265_740), '81': cents(1_000_001), '59': cents(210_000) };

beforeAll(async () => {
  stage = await createStage({ clients: 3, documents: 10, history: 1, startAt: '2026-11-15T09:00:00Z' });
  app = await stage.open();
  const { clients } = await app.call('clients.list', {});
  client = clients.find(({ regime, isFirm }) => regime === 'month' && !isFirm)!;
  client = await app.call('clients.save', {
    id: client.id,
    enterpriseNumber: client.enterpriseNumber,
    name: 'Dœring & Søn',
    language: 'nl',
    email: 'a@exemple.test',
  });
  const draft = await app.call('vat.open', { clientId: client.id, periodKey: '2026-10' });
  view = await app.call('vat.save', { id: draft.id, version: draft.version, content: { ...draft.content, grids: GRIDS } });
});
afterAll(() => stage.end());

const paper = (kind: 'return' | 'letter' | 'evidence' | 'xlsx' | 'xml', locale?: 'fr') =>
  app.call('vat.paper', { id: view.id, paper: kind, ...(locale ? { locale } : {}) });

it('speaks the client’s language unless another is asked for, and names its files by client and period', async () => {
  const own = await paper('return');
  expect(own).toMatchObject({ mimeType: 'application/pdf', fileName: 'Dœring & Søn 2026-10 btw-aangifte.pdf' });
  expect((await readPdf(own.bytes)).text).toContain('Niet ingediend');
  expect((await readPdf((await paper('return', 'fr')).bytes)).text).toContain('Non déposée');
  const { text } = await readPdf((await paper('evidence')).bytes);
  expect(text).toContain('Ontwerp 2026-10 gemaakt');
  // This profile is the sandbox’s.
  expect(text).toContain('niets hiervan bestaat voor de FOD Financiën');
});

it('says the same amounts in the file for the portal, in the PDF and in the spreadsheet', async () => {
  const sent = withBalance(GRIDS as GridAmounts);
  const xml = await paper('xml');
  expect(xml).toMatchObject({ mimeType: 'application/xml', fileName: `intervat-${client.enterpriseNumber}-2026-10.xml` });
  expect(new TextDecoder().decode(xml.bytes)).toContain('Payment="NO"');
  expect((await readConsignment(xml.bytes)).declarations[0]?.ret?.grids).toEqual(sent);
  const { text } = await readPdf((await paper('return')).bytes);
  const { bytes, fileName } = await paper('xlsx');
  expect(fileName).toBe('Dœring & Søn 2026-10 btw-roosters.xlsx');
  const sheets = (await readExcel(Buffer.from(bytes))) as unknown as readonly { readonly data: readonly (readonly unknown[])[] }[];
  const rows = sheets[0]!.data;
  expect(rows).toHaveLength(1 + 31);
  for (const [grid, amount] of Object.entries(sent)) {
    expect(text).toContain(formatAmount(amount));
    expect(rows.find((row) => row[1] === grid)?.[3]).toBe(amount / 100);
  }
});

it('leaves the frozen bytes as they are', async () => {
  const checked = await app.call('vat.check', { id: view.id, version: view.version });
  view = await app.call('vat.approve', { id: checked.id, version: checked.version });
  await paper('xml');
  const { xml, sha256, frozen } = await app.call('vat.xml', { id: view.id });
  expect(frozen).toBe(true);
  expect(xml).not.toContain('Payment=');
  expect(sha256).toBe(view.sha256);
  expect((await readPdf((await paper('return')).bytes)).text).toContain(view.sha256!);
});

it('has a payment code that says what is to be paid', () => {
  expect(view.payment?.qr.split('\n').slice(0, 8)).toEqual([
    ...['BCD', '002', '1', 'SCT', 'GEBABEBB', view.payment!.name, view.payment!.iban, 'EUR10557.40'],
  ]);
});

it('keeps the firm’s own letter, refuses an unknown field, and goes back to the first letter', async () => {
  const { letters } = await app.call('vat.letters', {});
  const first = letters.find(({ locale }) => locale === 'nl')!;
  await app.call('vat.saveLetter', {
    locale: 'nl',
    subject: 'Eigen {period}',
    body: 'Dag {client}!\n\n[0] niets\n\n[71] Betaal {amount}.',
  });
  const { text } = await readPdf((await paper('letter')).bytes);
  expect(text).toContain('Dag Dœring & Søn! Betaal 10.557,40 EUR.');
  expect(text).toContain('Eigen oktober 2026');
  await expect(app.call('vat.saveLetter', { locale: 'nl', subject: '{clent}', body: 'x' })).rejects.toMatchObject({
    ...{ code: 'vat.letterField', params: { field: '{clent}' } },
  });
  expect((await app.call('vat.letters', {})).letters.find(({ locale }) => locale === 'nl')?.body).toContain('Dag');
  const back = await app.call('vat.saveLetter', { locale: 'nl', subject: '', body: '' });
  expect(back.letters.find(({ locale }) => locale === 'nl')).toEqual(first);
});

it('writes a message to the client with return and letter', async () => {
  const { bytes, fileName } = await app.call('vat.mail', { id: view.id });
  const text = new TextDecoder().decode(bytes);
  expect(fileName).toBe('Dœring & Søn 2026-10 bericht.eml');
  expect(text).toContain('\r\nTo: a@exemple.test\r\n');
  expect(text.match(/Content-Type: application\/pdf/g)).toHaveLength(2);
});

it('gives the deadlines of the regimes there are, in the user’s language', async () => {
  await app.call('settings.set', { locale: 'de' });
  const { bytes, fileName, mimeType } = await app.call('calendar.ics', { year: 2027 });
  expect({ fileName, mimeType }).toEqual({ fileName: 'MwSt.-Fristen 2027.ics', mimeType: 'text/calendar' });
  expect(new TextDecoder().decode(bytes)).toContain('UID:vat-2027-01-file@guichet');
});

it('reminds of a deadline once a step, of the returns that are not filed', async () => {
  const asked = async () => (await app.call('sync.notices', {})).notices.filter(({ kind }) => kind === 'deadline');
  const [first, ...more] = await asked();
  expect(first).toMatchObject({ deadline: { day: '2026-11-20', days: 5, periodKey: '2026-10' } });
  expect(first!.count).toBeGreaterThan(0);
  expect(more).toEqual([]);
  expect(await asked()).toEqual([]);
  await app.call('sandbox.advance', { days: 1 });
  expect(await asked()).toEqual([]);
  await app.call('sandbox.advance', { days: 2 });
  expect((await asked()).map(({ deadline }) => deadline?.days)).toEqual([2]);
  await app.call('sandbox.advance', { days: 3 });
  expect(await asked()).toEqual([]);
});
