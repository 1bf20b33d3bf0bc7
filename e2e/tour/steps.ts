import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Output } from '#shared/contract/index.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { lastEnded, periodKey } from '#shared/domain/period.ts';
import { runGuichet } from '../harness/command-line.ts';
import { giveConsent } from '../harness/consent.ts';
import { type Guichet, launchGuichet } from '../harness/launch.ts';
import { interactive, reached } from '../harness/milestones.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';
import { fileTogether } from './batch.ts';
import { makePapers } from './papers.ts';
import { photographViews } from './photographs.ts';
import type { Report } from './report.ts';

/** A monthly filer with a VAT mandate who has not filed the last month yet. */
const CLIENT = '0100000268';
/** Seconds. */
const SYNC_LIMIT = 80;

const picture = (page: Page, name: string): Promise<string> => screenshot(page, 'tour', name);
type Snapshot = Output<'sync.status'>;

/** The whole job, step by step, each claiming only what it looked up afterwards. */
export async function playTour(report: Report): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-tour-'));
  let guichet: Guichet | undefined;
  try {
    await report.step('start', async () => {
      guichet = await launchGuichet({ profileDir: path.join(folder, 'profile') });
      await interactive(guichet);
      await picture(guichet.page, '01-first-start');
      return `window interactive, core ready after ${(await reached(guichet, 'core-ready')).toFixed(0)} ms`;
    });
    if (guichet) await tourWith(guichet, folder, report);
  } finally {
    await guichet?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function tourWith(guichet: Guichet, folder: string, report: Report): Promise<void> {
  const { page } = guichet;
  await report.step('consent in the browser', () => consent(guichet));
  await report.step('sync all clients', () => syncAll(guichet));
  await report.step('open a demand', () => openDemand(guichet));
  const { today } = await guichet.call('app.status', {});
  const period = periodKey(lastEnded('month', localDate(today)));
  await report.step('import worked returns', () => importReturns(guichet, folder, period));
  await report.step('wizard: grids, rules, justification', () => fillIn(page));
  await report.step('wizard: checks, review, approval', () => approve(page));
  await report.step('file', () => file(guichet, period));
  await report.step('next day: receipt stored', () => receive(guichet, period));
  await report.step('everybody else in one batch', () => fileTogether(guichet, folder, period));
  await report.step('payment code and papers', () => makePapers(guichet));
  await report.step('every view, both themes, four languages', () => photographViews(guichet));
  await report.step('nothing went wrong in the window', async () => {
    if (guichet.problems.length > 0) throw new Error(guichet.problems.join(' | '));
    return '0 errors';
  });
}

async function consent(guichet: Guichet): Promise<string> {
  const { page } = guichet;
  await page.getByTestId('connect-sandbox-firm').click();
  await page.getByTestId('connect-firm').click();
  const url = await eventually(async () => (await guichet.openedAddresses())[0]);
  await picture(page, '02-consent-waits');
  await giveConsent(url);
  const consents = await eventually(async () => {
    const list = (await guichet.call('identity.list', {})).consents;
    return list.some(({ state }) => state === 'active') ? list : undefined;
  });
  await picture(page, '03-connected');
  const { expiresAt } = consents.find(({ state }) => state === 'active')!;
  return `1 consent, valid until ${expiresAt?.slice(0, 10)}`;
}

async function syncAll(guichet: Guichet): Promise<string> {
  const { page } = guichet;
  await page.getByTestId('nav-documents').click();
  const before = await guichet.call('sync.status', {});
  // Giving consent may have set the first sync off already.
  if (before.state === 'idle' && before.lastResult === null) await page.getByTestId('sync-start').click();
  let photographed = false;
  let highest = 0;
  const last = await eventually(async () => {
    const now = await guichet.call('sync.status', {});
    highest = Math.max(highest, now.total.done);
    if (!photographed && now.total.done > 300) {
      await page.getByTestId('sync-progress').waitFor();
      await picture(page, '04-sync-runs');
      photographed = true;
    }
    return now.state === 'idle' && now.lastResult !== null ? now : undefined;
  }, SYNC_LIMIT);
  if (!photographed) throw new Error(`no progress bar was seen (${highest} documents at most)`);
  const { documents, failed, durationMs } = (last as Snapshot).lastResult!;
  const facets = await guichet.call('documents.facets', {});
  const count = (state: string): number => facets.archive.find((one) => one.state === state)?.count ?? 0;
  const clients = (await guichet.call('clients.list', {})).clients.length;
  if (count('waiting') > 0) throw new Error(`${count('waiting')} documents still wait`);
  if (count('stored') < 1900) throw new Error(`only ${count('stored')} documents are stored`);
  await page.getByTestId('doc-row').first().waitFor();
  await picture(page, '05-documents');
  return `${count('stored')} of ${documents} documents stored, ${failed} refused by SPF, ${clients} clients, ${(durationMs / 1000).toFixed(1)} s`;
}

async function openDemand(guichet: Guichet): Promise<string> {
  const { page } = guichet;
  const { rows, total } = await guichet.call('documents.list', {
    filter: { urgent: true, archive: 'stored' },
    sort: { by: 'modifiedOn', descending: true },
    offset: 0,
    limit: 5,
  });
  const demand = rows.find(({ mimeType }) => mimeType === 'application/pdf');
  if (!demand) throw new Error(`no demand is stored as PDF (${total} urgent documents)`);
  await page.goto(`app://guichet/#/documents?doc=${demand.id}`);
  const canvas = page.getByTestId('pdf-page').first();
  await canvas.waitFor();
  await eventually(() => isDrawn(page));
  await picture(page, '06-demand');
  const { bytes } = await guichet.call('documents.content', { id: demand.id });
  return `${demand.label.fr}, ${Object.keys(bytes).length} bytes decrypted and drawn, ${total} urgent in all`;
}

/** A page is drawn when its canvas holds something else than white. */
const isDrawn = (page: Page): Promise<true | undefined> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="pdf-preview"] canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels?.some((value, index) => index % 4 !== 3 && value < 128) ? true : undefined;
  });

async function importReturns(guichet: Guichet, folder: string, period: string): Promise<string> {
  const { page } = guichet;
  const written = await runGuichet(['examples', '--client', CLIENT, '--period', period, '--out', path.join(folder, 'returns'), '--json']);
  const { examples } = JSON.parse(written) as { examples: { id: string; xml: string }[] };
  const domestic = examples.find(({ id }) => id === 'domestic')!.xml;
  if (!readFileSync(domestic, 'utf8').includes(CLIENT)) throw new Error('the worked return is not for this client');
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(domestic);
  await page.getByTestId('import-taken').waitFor();
  await picture(page, '07-imported');
  await page.getByTestId('import-open').click();
  await page.getByTestId('view-return').waitFor();
  return `${path.basename(domestic)} for ${CLIENT}, ${period}`;
}

const RULE = 'W_TVA_GRID_59_INCORRECT_VALUE';

async function fillIn(page: Page): Promise<string> {
  // A deduction far above 21 % of the purchases: Intervat takes it only with a reason.
  await page.getByTestId('grid-59').fill('5.600,00');
  await page.keyboard.press('Enter');
  await page.getByTestId(`justification-${RULE}`).first().waitFor();
  await picture(page, '08-grids');
  await page.getByTestId('to-checks').click();
  if (!(await page.getByTestId('btn-check').isDisabled())) throw new Error('a warning without its reason does not block');
  await page.getByTestId(`justification-${RULE}`).first().fill('Investissement importé le mois précédent, déduit ce mois-ci.');
  await picture(page, '09-checks');
  return `${RULE} fired and justified`;
}

async function approve(page: Page): Promise<string> {
  await page.getByTestId('btn-check').click();
  await page.getByTestId('vat-xml').waitFor();
  await picture(page, '10-review');
  await page.getByTestId('btn-approve').click();
  await page.getByTestId('btn-approve-confirm').click();
  await page.getByTestId('btn-file').waitFor();
  return 'bytes frozen';
}

async function find(guichet: Guichet, period: string): Promise<Output<'vat.get'>> {
  const { clients } = await guichet.call('clients.list', {});
  const client = clients.find(({ enterpriseNumber }) => enterpriseNumber === CLIENT)!;
  const { rows } = await guichet.call('vat.history', { clientId: client.id });
  return guichet.call('vat.get', { id: rows.find(({ periodKey: key }) => key === period)!.returnId! });
}

async function file(guichet: Guichet, period: string): Promise<string> {
  const { page } = guichet;
  await picture(page, '11-ready-to-file');
  await page.getByTestId('btn-file').click();
  await page.getByTestId('btn-file-confirm').click();
  await page.getByTestId('receipt-waiting').waitFor();
  await picture(page, '12-filed');
  const view = await find(guichet, period);
  if (view.state !== 'accepted') throw new Error(`the return is ${view.state}`);
  return `accepted, sha256 ${view.sha256?.slice(0, 12)}…, ${view.payment ? `${formatAmount(view.payment.amount)} to pay` : 'nothing to pay'}`;
}

async function receive(guichet: Guichet, period: string): Promise<string> {
  const { page } = guichet;
  await page.getByTestId('sandbox-next-day').click();
  await eventually(async () => {
    const { state } = await guichet.call('sync.status', {});
    if (state === 'idle' && (await find(guichet, period)).state === 'accepted') await guichet.call('sync.start', {});
    return (await find(guichet, period)).state === 'proven' ? true : undefined;
  }, 40);
  await page.getByTestId('receipt-proven').waitFor();
  await picture(page, '13-proven');
  const { receipt } = await find(guichet, period);
  if (!receipt.pdfDocumentId || !receipt.xmlDocumentId) throw new Error('a receipt is missing');
  return 'PDF and XML in the archive';
}
