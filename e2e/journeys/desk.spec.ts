import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DocumentFilter } from '#shared/contract/documents.ts';
import { answerSaveDialog } from '../harness/browser.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const ADDRESS = 'app://guichet/#/documents';
const NEWEST = { by: 'modifiedOn', descending: true } as const;

const rows = (page: Page) => page.getByTestId('doc-row');
const listed = (page: Page) => page.getByTestId('doc-list').getAttribute('data-count').then(Number);
const ids = (page: Page) => rows(page).evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.key ?? ''));
const active = (page: Page) => page.locator('[data-testid="doc-row"][data-active]').getAttribute('data-key');

async function found(office: Office, filter: DocumentFilter): Promise<readonly string[]> {
  const { rows: all } = await office.guichet.call('documents.list', { filter, sort: NEWEST, offset: 0, limit: 500 });
  return all.map(({ id }) => id);
}

/** Opens an address of the list and waits until its rows stand there. */
async function open(office: Office, query = ''): Promise<void> {
  await office.page.goto(`${ADDRESS}${query}`);
  await rows(office.page).first().waitFor();
}

test.beforeEach(async ({ office }) => {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).lastResult === null) await office.guichet.call('sync.start', {});
  await office.synced();
});

test('work through the inbox by keyboard: done, undone, to do, assigned, tagged', async ({ office }) => {
  const { page, guichet } = office;
  await open(office);
  const before = await listed(page);
  const [first, second, third] = (await ids(page)) as [string, string, string];
  await page.keyboard.press('j');
  expect(await active(page)).toBe(first);

  // Done twice in a row takes two documents, whatever the list does meanwhile.
  await page.keyboard.press('e');
  await page.keyboard.press('e');
  await expect.poll(() => listed(page)).toBe(before - 2);
  expect(await active(page)).toBe(third);
  expect((await found(office, { work: 'done' })).toSorted()).toEqual([first, second].toSorted());
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => listed(page)).toBe(before);
  expect(await found(office, { work: 'done' })).toEqual([]);
  expect(await active(page)).toBe(third);

  await page.keyboard.press('t');
  await expect.poll(() => found(office, { work: 'todo' })).toEqual([third]);
  const { users, currentId } = await guichet.call('users.list', {});
  await page.keyboard.press('a');
  await page.getByTestId('doc-assign').fill(users.find(({ id }) => id === currentId)!.name);
  await page.keyboard.press('Enter');
  await expect.poll(() => found(office, { assigneeId: currentId })).toEqual([third]);

  await page.keyboard.press('l');
  await page.getByTestId('doc-tags').fill('à vérifier');
  await page.keyboard.press('Enter');
  await expect.poll(() => found(office, { tag: 'à vérifier' })).toEqual([third]);
  await expect(page.getByTestId('doc-list')).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect.poll(() => ids(page)).toEqual([third]);
});

test('choose many: a range, then all of a filter; done and taken back at once', async ({ office }) => {
  const { page } = office;
  await open(office);
  const total = await listed(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  for (const _ of [1, 2]) await page.keyboard.press('Shift+ArrowDown');
  const chosen = (await ids(page)).slice(0, 3);
  await page.getByTestId('doc-mark-done').click();
  await expect.poll(() => listed(page)).toBe(total - 3);
  expect((await found(office, { work: 'done' })).toSorted()).toEqual(chosen.toSorted());
  await page.getByTestId('undo').click();
  await expect.poll(() => listed(page)).toBe(total);

  await page.getByTestId('doc-filter-group').selectOption('receipt');
  await expect.poll(() => listed(page)).toBeLessThan(total);
  const receipts = await listed(page);
  await page.getByTestId('doc-list').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByTestId('doc-mark-done').click();
  await expect.poll(async () => (await found(office, { work: 'done' })).length).toBe(receipts - 1);
  await expect.poll(() => listed(page)).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => listed(page)).toBe(receipts);
});

test('a view is kept with the order and opened again after a restart', async ({ office }) => {
  const { page, guichet } = office;
  await open(office, '?work=all');
  await page.getByTestId('doc-filter-group').selectOption('receipt');
  await page.getByTestId('doc-section-by').selectOption('client');
  await page.getByTestId('doc-views').click();
  await page.getByTestId('doc-view-save').click();
  await page.getByTestId('doc-view-name').fill('Reçus par client');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('doc-views')).toHaveText('Reçus par client');
  const kept = await listed(page);
  await guichet.close();
  await office.open();
  await open(office);
  await office.page.getByTestId('doc-views').click();
  await office.page.getByTestId('doc-view-own').click();
  await expect.poll(() => listed(office.page)).toBe(kept);
  await expect(office.page.getByTestId('ledger-section').first()).toBeVisible();

  await office.page.getByTestId('doc-views').click();
  await office.page.getByTestId('doc-view-delete').click();
  await expect.poll(async () => (await office.guichet.call('desk.views', {})).views).toEqual([]);
  await office.page.getByTestId('undo').click();
  await expect.poll(async () => (await office.guichet.call('desk.views', {})).views.length).toBe(1);
});

test('grouped by client, every row stands under its client and the keys walk over the heads', async ({ office }) => {
  const { page, guichet } = office;
  await open(office, '?work=all&by=client');
  const { sections } = await guichet.call('documents.sections', { filter: {}, by: 'client' });
  const [first, second] = sections as [(typeof sections)[number], (typeof sections)[number]];
  await expect(page.getByTestId('ledger-section').first()).toContainText(first.label);
  await page.keyboard.press('j');
  for (let step = 0; step < first.count; step++) await page.keyboard.press('j');
  const id = await active(page);
  expect((await guichet.call('documents.get', { id: id! })).clientId).toBe(second.key);
  // Folded away, the first client's rows are passed over.
  await page.keyboard.press('Home');
  await page.keyboard.press('-');
  await expect.poll(() => active(page)).toBe(id);
  await expect(page.getByTestId('ledger-section').first().getByRole('button')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('+');
  await expect(page.getByTestId('ledger-section').first().getByRole('button')).toHaveAttribute('aria-expanded', 'true');
});

test('the search says what it did not understand; filters stay in the address', async ({ office }) => {
  const { page } = office;
  await open(office, '?work=all');
  await page.keyboard.press('/');
  await page.keyboard.type('sommation colour:red');
  await expect(page.getByTestId('doc-not-understood')).toContainText('colour:red');
  const matching = await found(office, { text: 'sommation' });
  await expect.poll(() => listed(page)).toBe(matching.length);
  await page.keyboard.press('Enter');
  await page.getByTestId('doc-more-filters').click();
  await page.getByTestId('doc-filter-archive').selectOption('stored');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('doc-chip-archive')).toBeVisible();
  expect(page.url()).toContain('archive=stored');
  await page.getByTestId('doc-clear-filters').click();
  await expect(page.getByTestId('doc-chip-archive')).toBeHidden();
  await expect(page.getByTestId('doc-search')).toHaveValue('');
});

test('the chosen documents leave as a list', async ({ office }) => {
  const { page, guichet, profileDir } = { page: office.page, guichet: office.guichet, profileDir: office.profileDir };
  await open(office, '?work=all');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const target = path.join(profileDir, 'chosen.csv');
  await answerSaveDialog(guichet.app, target);
  await page.getByTestId('doc-export').click();
  await page.getByTestId('doc-export-csv').click();
  await expect.poll(() => existsSync(target)).toBe(true);
  expect(readFileSync(target, 'utf8').trim().split('\r\n').length).toBe(3);
});

test('panels and the divided list pass axe', async ({ office }) => {
  const { page } = office;
  await open(office, '?work=all&by=group&text=avis');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const over = { assign: 'a', tags: 'l', keys: '?' } as const;
  const check = async (name: string): Promise<void> => {
    await page.waitForTimeout(300);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      name,
    ).toEqual([]);
  };
  await check('list');
  for (const [name, key] of Object.entries(over)) {
    await page.keyboard.press(key);
    await page.getByTestId(`doc-${name}`).waitFor();
    await check(name);
    await page.keyboard.press('Escape');
    await page.getByTestId(`doc-${name}`).waitFor({ state: 'hidden' });
  }
  for (const popover of ['doc-search-help', 'doc-more-filters', 'doc-columns', 'doc-views']) {
    await page.getByTestId(popover).click();
    await check(popover);
    await page.keyboard.press('Escape');
  }
});
