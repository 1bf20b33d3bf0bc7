import { expect, test } from '@playwright/test';
import { violations } from '../harness/axe.ts';
import { sharedOffice } from '../harness/office.ts';
import { Returns } from '../harness/returns.ts';
import { workbook } from '../harness/workbook.ts';

const [DRAFT, REFUSED, LOST, QUEUED] = ['0100000268', '0100000466', '0100000664', '0100000961'] as const;
const [FILED, READY, ASKED] = ['0100001060', '0100001159', '0100001258'] as const;

const office = sharedOffice({ world: { monthly: 100, clients: 10 }, cabled: true });
/** A return in each state that has a face of its own. */
const made = { draft: '', refused: '', unknown: '', queued: '', accepted: '', ready: '', asked: '' };

test.beforeAll(async () => {
  const returns = new Returns(office());
  const fault = (kind: string) => office().control('faults', { route: 'int.file', kind });
  // A draft with something to answer: 54 is far too low.
  made.draft = (await returns.draft(DRAFT, { '03': 250_000, '54': 5_250, '81': 10_000, '59': 2_100 } as never)).id;
  await fault('newRule');
  made.refused = (await returns.sent(REFUSED)).id;
  await fault('newRule');
  const asked = await returns.sent(ASKED);
  made.asked = (await office().guichet.call('vat.edit', { id: asked.id, version: asked.version })).id;
  made.ready = (await returns.ready(READY)).id;
  await fault('commitThenCut');
  made.unknown = (await returns.sent(LOST)).id;
  made.accepted = (await returns.sent(FILED)).id;
  const { id, version } = await returns.approved(QUEUED);
  await office().cable!.cut();
  made.queued = (await office().guichet.call('vat.queue', { id, version })).id;
  await returns.reaches(id, 'queued');
  await expect.poll(async () => (await returns.get(id)).queue?.reason ?? null).not.toBeNull();
});

/** Every face, by name: how to get there. The window stays where the last one left it. */
const FACES: Readonly<Record<string, () => Promise<void>>> = {
  'the board with a choice': async () => {
    const { page } = office();
    await page.goto('app://guichet/#/vat');
    await page.getByTestId('vat-row').first().waitFor();
    await page.getByTestId('vat-list').focus();
    await page.keyboard.press('Control+a');
    await page.getByTestId('vat-selection').waitFor();
  },
  'grids as the paper form': () => grids('paper'),
  'grids as a list': () => grids('list'),
  'the checks': () => step(made.draft, 'checks', 'finding'),
  'a refusal': () => step(made.refused, 'file', 'outcome-refused'),
  'what SPF asks': () => step(made.asked, 'checks', 'spf-rules'),
  'a review': () => step(made.ready, 'review', 'btn-approve'),
  'a lost answer': () => step(made.unknown, 'file', 'outcome-unknown'),
  'a place in the queue': () => step(made.queued, 'file', 'outcome-queued'),
  'an awaited receipt': () => step(made.accepted, 'receipt', 'receipt-waiting'),
  'the import of a table': async () => {
    const { page } = office();
    await page.goto('app://guichet/#/vat');
    const buffer = workbook([
      ['BTW-nummer', 'Periode', 'Rooster 03', 'Rooster 54'],
      ['0100000268', '09/2026', 100, 21],
      ['0999999922', '10/2026', 1, 0.21],
    ]);
    await page.getByTestId('vat-import-input').setInputFiles({ name: 'cijfers.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByTestId('table-layout').waitFor();
  },
  'what a table becomes': async () => {
    const { page } = office();
    await page.getByTestId('table-preview').click();
    await page.getByTestId('table-returns').waitFor();
  },
  'the result of a batch': async () => {
    const { page, guichet } = office();
    await page.keyboard.press('Escape');
    const { clientId, periodKey } = await new Returns(office()).get(made.draft);
    if ((await guichet.call('vat.batchStatus', {})).batch === null)
      await guichet.call('vat.batch', { action: 'check', targets: [{ clientId, periodKey }] });
    await page.getByTestId('batch-details').or(page.getByTestId('batch-last')).first().click();
    await page.getByTestId('batch-list').waitFor();
  },
  'the letters': async () => {
    const { page } = office();
    await page.getByTestId('batch-close').click();
    await page.goto('app://guichet/#/settings/letters');
    await page.getByTestId('letter-preview').waitFor();
  },
  'the rules of approval': async () => {
    const { page } = office();
    await page.goto('app://guichet/#/settings/filing');
    await page.getByTestId('settings-receipt-days').waitFor();
  },
};

async function step(id: string, name: string, shows: string): Promise<void> {
  await new Returns(office()).show(id, name);
  await office().page.getByTestId(shows).first().waitFor();
}

async function grids(layout: 'paper' | 'list'): Promise<void> {
  const { page } = office();
  await step(made.draft, 'grids', 'grid-form');
  await page.getByTestId('grid-54').focus();
  if ((await page.getByTestId('grid-form').getAttribute('data-layout')) !== layout) await page.keyboard.press('F2');
  await page.locator(`[data-testid="grid-form"][data-layout="${layout}"]`).waitFor();
  await expect(page.getByTestId('grid-54')).toBeFocused();
}

for (const theme of ['light', 'dark'] as const)
  test(`every face of a return passes axe, ${theme}`, async () => {
    const { page, guichet } = office();
    await guichet.call('settings.set', { theme });
    await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, theme);
    for (const [name, open] of Object.entries(FACES)) {
      await open();
      // Half faded in, everything would lack contrast.
      await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState === 'finished'));
      expect(await violations(page), name).toEqual([]);
    }
  });
