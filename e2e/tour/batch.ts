import path from 'node:path';
import type { Page } from '@playwright/test';
import type { BatchAction } from '#shared/contract/vat-path.ts';
import { runGuichet } from '../harness/command-line.ts';
import type { Guichet } from '../harness/launch.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';

/** Seconds. */
const BATCH_LIMIT = 30;

const words = (page: Page) => page.getByTestId('batch-dialog').getByTestId('batch-words');

/** Chooses all returns on the board and does one thing with those that are ready for it. Answers how many were done. */
async function together(page: Page, action: BatchAction, name?: string): Promise<number> {
  await page.getByTestId('vat-list').focus();
  await page.keyboard.press('Control+a');
  await page.getByTestId(`vat-batch-${action}`).click();
  const confirm = page.getByTestId('vat-batch-confirm');
  await confirm.waitFor();
  if (name) await screenshot(page, 'tour', `${name}-confirm`);
  await confirm.click();
  const done = await eventually(async () => {
    const text = words(page);
    return (await text.getAttribute('data-state')) === 'finished' ? Number(await text.getAttribute('data-done')) : undefined;
  }, BATCH_LIMIT);
  if (name) await screenshot(page, 'tour', name);
  if ((await words(page).getAttribute('data-explained')) !== '0') throw new Error(`${action}: something was not done`);
  await page.getByTestId('batch-close').click();
  return done;
}

/** One return with something to pay, nil returns for everybody else who has not begun, all of them filed together. */
export async function fileTogether(guichet: Guichet, folder: string, period: string): Promise<string> {
  const { page } = guichet;
  const { rows } = await guichet.call('vat.board', {});
  const payer = rows.find(({ state, periodKey }) => state === null && periodKey === period);
  if (!payer) throw new Error('everybody has begun');
  const written = await runGuichet([
    ...['examples', '--client', payer.enterpriseNumber, '--period', period],
    ...['--out', path.join(folder, 'payer'), '--json'],
  ]);
  const { examples } = JSON.parse(written) as { examples: { id: string; xml: string }[] };
  await page.getByTestId('nav-vat').click();
  await page.getByTestId('vat-import-input').setInputFiles(examples.find(({ id }) => id === 'domestic')!.xml);
  await page.getByTestId('import-taken').waitFor();
  await page.keyboard.press('Escape');
  const nil = await together(page, 'nil');
  await together(page, 'check');
  await together(page, 'approve');
  const filed = await together(page, 'file', '14-batch');
  const after = (await guichet.call('vat.board', {})).rows.filter(({ state }) => state === 'accepted').length;
  if (after !== filed || filed !== nil + 1) throw new Error(`${nil} nil, ${filed} filed, ${after} accepted`);
  await screenshot(page, 'tour', '15-board');
  await page.getByTestId('vat-search').fill(payer.enterpriseNumber);
  await page.locator('[data-testid="vat-list"][data-count="1"]').waitFor();
  await page.getByTestId('vat-row').click();
  return `${filed} returns filed together, ${nil} of them nil`;
}
