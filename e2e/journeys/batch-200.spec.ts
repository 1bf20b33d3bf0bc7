import type { Page } from '@playwright/test';
import { FIRM } from '#app/simulator/seed/parties.ts';
import type { Output } from '#shared/contract/index.ts';
import type { BatchAction } from '#shared/contract/vat-path.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';

const PERIOD = '2026-10';
const RETURNS = 200;
/** Answered before the line is cut; then as many as leave at once hang in the air. */
const [BEFORE, AT_ONCE] = [60, 3];
const HANGING_MS = 2000;

// The day on which the returns of October are due.
test.use({ cabled: true, world: { clients: RETURNS + 2, monthly: 100, documents: 40, history: 0, startAt: '2026-11-20T07:42:00Z' } });

type BoardRow = Output<'vat.board'>['rows'][number];
interface Post {
  readonly path: string;
  readonly status: number;
  readonly bodySha256: string;
}

const picture = (page: Page, name: string): Promise<string> => screenshot(page, 'batch-200', name);
const board = async ({ guichet }: Office): Promise<readonly BoardRow[]> =>
  (await guichet.call('vat.board', {})).rows.filter(({ periodKey }) => periodKey === PERIOD);
const inState = (rows: readonly BoardRow[], state: BoardRow['state']): readonly BoardRow[] => rows.filter((row) => row.state === state);
const posts = async (office: Office): Promise<readonly Post[]> =>
  (await office.control<{ items: Post[] }>('requests?route=int.file')).items;
/** `.../0123456789/...` in the address of a filing. */
const declarantOf = ({ path: place }: Pick<Post, 'path'>): string => /\b[01]\d{9}\b/.exec(place)![0];

const words = (page: Page) => page.getByTestId('batch-dialog').getByTestId('batch-words');

/** Chooses every return shown, begins an action and confirms the numbers it names. */
async function begin(page: Page, action: BatchAction, { chosen, acted }: { chosen: number; acted: number }): Promise<void> {
  await expect(page.getByTestId('vat-list')).toHaveAttribute('data-count', String(chosen));
  await page.getByTestId('vat-list').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('vat-selection').getByRole('status')).toHaveText(`${chosen} choisies`);
  await page.getByTestId(`vat-batch-${action}`).click();
  const confirm = page.getByTestId('vat-batch-confirm');
  await expect(confirm).toHaveText(new RegExp(`\\b${acted} déclarations$`));
  const dialog = page.getByRole('dialog').filter({ has: confirm });
  await expect(dialog).toContainText(new RegExp(`Déclarations\\s*${acted}`));
  await picture(page, `confirm-${action}`);
  await confirm.click();
}

/** Waits for the end of the batch in its window. */
async function ended(page: Page, { done, explained }: { done: number; explained: number }): Promise<void> {
  const text = words(page);
  await expect(text).toHaveAttribute('data-state', 'finished', { timeout: 60_000 });
  await expect(text).toHaveAttribute('data-done', String(done));
  await expect(text).toHaveAttribute('data-explained', String(explained));
  await expect(page.getByTestId('batch-reason')).toHaveCount(explained);
}

test('two hundred returns on their last day, the line cut in the middle: 198 accepted, 2 explained, none sent twice', async ({
  office,
}) => {
  const { page } = office;
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  await page.getByTestId('nav-vat').click();

  // What the bookkeeping exported.
  const { xml } = await office.control<{ xml: string }>(`drafts?period=${PERIOD}`);
  const buffer = Buffer.from(xml);
  await page.getByTestId('vat-import-input').setInputFiles({ name: 'export.xml', mimeType: 'text/xml', buffer });
  await expect(page.getByTestId('import-taken')).toHaveCount(RETURNS);
  await expect(page.getByTestId('import-refused')).toHaveCount(0);
  await page.keyboard.press('Escape');
  const drafts = inState(await board(office), 'draft');
  expect(drafts).toHaveLength(RETURNS);

  // One is invalid: more is deducted than was bought, and nobody says why. The mandate of another has ended.
  const [invalid, stranger] = [drafts[7]!, drafts[100]!];
  await page.getByTestId('vat-search').fill(invalid.enterpriseNumber);
  await expect(page.getByTestId('vat-row')).toHaveCount(1);
  await page.getByTestId('vat-row').click();
  await page.getByTestId('grid-59').fill('99.999,00');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid="finding"][data-severity="warning"]').first().waitFor();
  await page.getByTestId('nav-vat').click();
  // The board is as it was left.
  await page.getByTestId('vat-search').fill('');
  await page.getByTestId('vat-group-toPrepare').click();
  await office.control('mandates', { mandator: stranger.enterpriseNumber, mandatary: FIRM, types: [] });

  await begin(page, 'check', { chosen: RETURNS, acted: RETURNS });
  await ended(page, { done: RETURNS - 1, explained: 1 });
  await expect(page.getByTestId('batch-reason')).toContainText(invalid.clientName);
  await picture(page, 'checked');
  await page.getByTestId('batch-close').click();
  await page.getByTestId('vat-group-all').click();
  const all = (await office.guichet.call('vat.board', {})).rows.length;
  await begin(page, 'approve', { chosen: all, acted: RETURNS - 1 });
  await ended(page, { done: RETURNS - 1, explained: 0 });
  await page.getByTestId('batch-close').click();

  await office.control('faults', { route: 'int.file', kind: 'latency', count: AT_ONCE, skip: BEFORE, params: { ms: HANGING_MS } });
  await begin(page, 'file', { chosen: all, acted: RETURNS - 1 });
  await eventually(async () => {
    const rows = await board(office);
    const answered = inState(rows, 'accepted').length + inState(rows, 'refused').length;
    return answered === BEFORE && inState(rows, 'sending').length === AT_ONCE ? true : undefined;
  });
  await picture(page, 'filing');
  await office.cable!.cut();
  await eventually(async () => {
    const { batch } = await office.guichet.call('vat.batchStatus', {});
    return batch?.reason === 'net.offline' ? true : undefined;
  });
  // Everything that left was answered; nothing else leaves, and nothing is given up.
  await expect(words(page)).toContainText('Pas de connexion');
  await expect(words(page)).toHaveAttribute('data-state', 'running');
  await picture(page, 'cut');
  const cut = await board(office);
  expect(inState(cut, 'sending')).toHaveLength(0);
  expect(inState(cut, 'unknown')).toHaveLength(0);
  expect(inState(cut, 'queued')).toHaveLength(RETURNS - 1 - BEFORE - AT_ONCE);
  expect(await posts(office)).toHaveLength(BEFORE + AT_ONCE);

  await office.cable!.mend();
  await ended(page, { done: RETURNS - 2, explained: 1 });
  await expect(page.getByTestId('batch-reason')).toContainText(stranger.clientName);
  await picture(page, 'filed');

  // The server's own log: one request for each accepted return and for the refused one, none for the invalid one.
  const sent = await posts(office);
  const expected = drafts.map(({ enterpriseNumber }) => enterpriseNumber).filter((number) => number !== invalid.enterpriseNumber);
  expect(sent.map(declarantOf).sort()).toEqual(expected.sort());
  expect(sent.filter(({ status }) => status !== 200).map((post) => [declarantOf(post), post.status])).toEqual([
    [stranger.enterpriseNumber, 403],
  ]);
  const after = await board(office);
  expect(inState(after, 'accepted')).toHaveLength(RETURNS - 2);
  expect(after.filter(({ enterpriseNumber }) => enterpriseNumber === invalid.enterpriseNumber).map(({ state }) => state)).toEqual([
    'draft',
  ]);
  expect(after.filter(({ enterpriseNumber }) => enterpriseNumber === stranger.enterpriseNumber).map(({ state }) => state)).toEqual([
    'refused',
  ]);

  // The result can be opened again, and what it lacks started again: nothing is sent.
  await page.getByTestId('batch-close').click();
  await picture(page, 'board');
  await page.getByTestId('batch-details').click();
  await expect(page.getByTestId('batch-reason')).toHaveCount(1);
  await page.getByTestId('batch-again').click();
  await expect(words(page)).toHaveAttribute('data-done', '0');
  await ended(page, { done: 0, explained: 1 });
  // Nor by a person who chooses all of them once more: what is filed is not even offered.
  await page.getByTestId('batch-close').click();
  await page.getByTestId('vat-list').focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('vat-selection')).toBeVisible();
  await expect(page.getByTestId('vat-batch-file')).toHaveCount(0);
  // Nor by the command that takes every client, whatever its state.
  const { clients } = await office.guichet.call('clients.list', {});
  const targets = clients.map(({ id }) => ({ clientId: id, periodKey: PERIOD }));
  await office.guichet.call('vat.batch', { action: 'file', targets });
  await eventually(async () => ((await office.guichet.call('vat.batchStatus', {})).batch?.state === 'finished' ? true : undefined));
  expect(await posts(office)).toEqual(sent);

  // Its reason leads to the return.
  await page.getByTestId('vat-unchoose').click();
  await page.getByTestId('vat-group-trouble').click();
  await expect(page.getByTestId('vat-row')).toHaveCount(1);
  await page.getByTestId('vat-row').click();
  await page.getByTestId('outcome-refused').waitFor();
  await picture(page, 'refused');
});
