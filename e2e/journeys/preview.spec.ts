import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { Guichet } from '../harness/launch.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

/** The office's own day. */
const TODAY = '2026-11-16';
const NOTE = 'Déjà payé\n\nIl rappelle lundi';

/** Connects, fetches all, and opens the first formal demand. */
async function openDemand(office: Office): Promise<DocumentRow> {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).lastResult === null) await office.guichet.call('sync.start', {});
  await office.synced();
  const { rows } = await office.guichet.call('documents.list', {
    filter: { group: 'recovery' },
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 100,
  });
  const demand = rows.find(({ mimeType, modifiedOn }) => mimeType === 'application/pdf' && modifiedOn < TODAY)!;
  await office.page.goto(`app://guichet/#/documents?work=all&doc=${demand.id}`);
  await office.page.locator('[data-testid="pdf-sheet"][data-drawn]').first().waitFor();
  return demand;
}

const hitsOnScreen = (page: Page): Promise<number> =>
  page.evaluate(() => (CSS.highlights.get('guichet-hit')?.size ?? 0) + (CSS.highlights.get('guichet-hit-now')?.size ?? 0));

/** What the system's print dialog would be given, as a PDF. */
async function printed({ app }: Guichet): Promise<Uint8Array> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const pdf = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ preferCSSPageSize: true });
    return pdf.toString('base64');
  });
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

test('a demand is read, searched, turned, printed; its note and history stay with it', async ({ office }) => {
  const { page, guichet } = office;
  const demand = await openDemand(office);
  const view = page.getByTestId('pdf-preview');

  const reading = await eventually(async () => {
    const answer = await guichet.call('reading.get', { id: demand.id });
    return answer.state === 'read' ? answer : undefined;
  });
  const fact = reading.facts.find(({ page: on, boxes }) => on !== null && boxes.length > 0)!;
  await page.getByTestId(`fact-${fact.kind}`).getByTestId('fact-value').click();
  const mark = page.getByTestId(`pdf-mark-${fact.kind}`).first();
  await expect(mark).toHaveAttribute('data-strong', 'true');
  await expect(mark).toBeInViewport();

  const value = page.getByTestId('fact-amount').getByTestId('fact-value');
  const read = await value.innerText();
  await page.getByTestId('fact-amount').getByTestId('fact-edit').click();
  await page.getByTestId('fact-input').fill('no amount');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('fact-wrong')).toBeVisible();
  await page.getByTestId('fact-input').fill('1.300,00');
  await page.keyboard.press('Enter');
  await expect(value).toHaveText('1.300,00 €');
  await expect(page.getByTestId('fact-amount')).toContainText('corrigé');
  await page.getByTestId('undo').click();
  await expect(value).toHaveText(read);

  await page.getByTestId('pdf-pages').focus();
  await page.keyboard.press('Control+f');
  await page.getByTestId('find-text').fill(fact.written);
  await expect(page.getByTestId('find-count')).not.toHaveAttribute('data-count', '0');
  await expect.poll(() => hitsOnScreen(page)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('find-bar')).toHaveCount(0);
  await expect.poll(() => hitsOnScreen(page)).toBe(0);

  const wide = (await page.getByTestId('pdf-sheet').first().boundingBox())!;
  await page.keyboard.press('Control++');
  await expect.poll(async () => (await page.getByTestId('pdf-sheet').first().boundingBox())!.width).not.toBe(wide.width);
  await page.keyboard.press('Control+0');
  await page.getByTestId('pdf-rotate').click();
  await expect(view).toHaveAttribute('data-turn', '1');
  const turned = (await page.getByTestId('pdf-sheet').first().boundingBox())!;
  expect(turned.width).toBeGreaterThan(turned.height);
  await page.getByTestId('pdf-thumbnails').click();
  await expect(page.getByTestId('pdf-thumbnail').first().locator('canvas')).toHaveCount(1);
  await page.getByTestId('pdf-thumbnails').click();

  // The page waits for a person there; the print itself is what the window would put on paper.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByTestId('pdf-print').click();
  await page.getByTestId('print-now').click();
  await expect(page.getByTestId('print-dialog')).toHaveCount(0);
  const paper = await getDocument({ data: await printed(guichet), verbosity: 0 }).promise;
  expect(paper.numPages).toBe(Number(await view.getAttribute('data-pages')));
  const { fnArray } = await (await paper.getPage(paper.numPages)).getOperatorList();
  expect(fnArray).toContain(OPS.paintImageXObject);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  await page.getByTestId('doc-panel-note').click();
  await page.getByTestId('note-text').fill('Appeler le client avant vendredi');
  await expect(page.getByTestId('note-state')).toHaveText('Enregistrée');
  expect((await guichet.call('documents.get', { id: demand.id })).note).toBe('Appeler le client avant vendredi');
  await page.getByTestId('doc-tag-add').fill('urgent');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doc-tag')).toHaveText('urgent');
  // Somebody else writes while this one types: neither text is lost.
  await page.getByTestId('note-text').fill('Il rappelle lundi');
  await guichet.call('desk.change', { selection: { ids: [demand.id] }, change: { note: 'Déjà payé' } });
  await page.getByTestId('note-both').click();
  await expect.poll(async () => (await guichet.call('documents.get', { id: demand.id })).note).toBe(NOTE);
  await page.getByTestId('doc-panel-history').click();
  await expect(page.getByTestId('doc-history')).toContainText('Note modifiée');
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);

  // What another program is given lasts as long as the application.
  await guichet.app.evaluate(({ shell }) => {
    shell.openPath = async (file) => {
      (globalThis as { guichetCopy?: string }).guichetCopy = file;
      return '';
    };
  });
  await page.getByTestId('doc-open').click();
  const copy = await eventually(() => guichet.app.evaluate(() => (globalThis as { guichetCopy?: string }).guichetCopy));
  expect(statSync(copy).mode & 0o777).toBe(0o400);
  await guichet.close();
  expect(existsSync(copy)).toBe(false);
  await office.open();
  expect((await office.guichet.call('documents.get', { id: demand.id })).note).toBe(NOTE);
});

test('a document that SPF changed keeps what it said before', async ({ office }) => {
  const { page, guichet } = office;
  const demand = await openDemand(office);
  const before = await guichet.call('documents.get', { id: demand.id });
  await office.control(`documents/${demand.uuid}`, { modifiedOn: TODAY, base64: (await lockedPdf()).toString('base64') });
  await guichet.call('sync.start', {});
  await eventually(async () => ((await guichet.call('documents.get', { id: demand.id })).contents.length > 1 ? true : undefined), 30);
  await expect(page.getByTestId('pdf-locked')).toBeVisible();
  await page.getByTestId('doc-panel-versions').click();
  await page.getByTestId('doc-version-1').click();
  await expect(page.getByTestId('doc-former')).toBeVisible();
  await page.locator('[data-testid="pdf-sheet"][data-drawn]').first().waitFor();
  const former = await guichet.call('documents.content', { id: demand.id, version: before.sha256! });
  expect(Object.keys(former.bytes).length).toBe(before.size);
});

/** A letter that asks for a password. */
async function lockedPdf(): Promise<Buffer> {
  const pdf = new PDFDocument({ userPassword: 'geheim', pdfVersion: '1.7' });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const written = once(pdf, 'end');
  pdf.text('Avertissement').end();
  await written;
  return Buffer.concat(parts);
}
