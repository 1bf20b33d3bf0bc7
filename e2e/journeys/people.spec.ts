import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog } from '../harness/browser.ts';
import { expect, test } from '../harness/office.ts';
import { Returns } from '../harness/returns.ts';

test.use({ world: { clients: 2, documents: 0 } });

const CLIENT = '0100000268';
const PINS = { partner: '271828', assistant: '4444' } as const;

async function become(page: Page, initials: string): Promise<void> {
  await page.getByTestId('user-menu').click();
  await page.getByTestId(`user-${initials}`).click();
}

async function enterPin(page: Page, pin: string): Promise<void> {
  await page.getByTestId('pin-input').fill(pin);
  await page.getByTestId('pin-submit').click();
}

/** Gives a PIN to the user in a row of the settings. */
async function givePin(page: Page, name: string, pin: string): Promise<void> {
  await page.getByTestId('user-row').filter({ hasText: name }).getByTestId('user-set-pin').click();
  await page.getByTestId('pin-new').fill(pin);
  await page.getByTestId('pin-again').fill(pin);
  await page.getByTestId('pin-save').click();
  await expect(page.getByTestId('user-pin')).toBeHidden();
}

test('an assistant sees who may file, is refused by the core all the same, and the trail tells it', async ({ office }) => {
  const { page, guichet } = office;
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet trail é '));
  const returns = new Returns(office);
  const { id, version } = await returns.approved(CLIENT);
  const [partner] = (await guichet.call('users.list', {})).users;

  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-users').click();
  await page.getByTestId('user-name').fill('Lena Muster');
  await page.getByTestId('user-save').click();
  await givePin(page, 'Lena Muster', PINS.assistant);
  await givePin(page, partner!.name, PINS.partner);
  await become(page, 'LM');
  await enterPin(page, PINS.assistant);
  await expect(page.getByTestId('user-menu')).toContainText('Lena Muster');

  await returns.show(id, 'file');
  await expect(page.getByTestId('btn-file')).toBeDisabled();
  await page.getByTestId('btn-file').hover({ force: true });
  await expect(page.getByRole('tooltip')).toContainText(partner!.name);
  await page.getByTestId('btn-file').click({ force: true });
  await expect(page.getByTestId('btn-file-confirm')).toBeHidden();
  await expect(guichet.call('vat.file', { id, version })).rejects.toMatchObject({ code: 'users.role', params: { names: partner!.name } });
  expect((await returns.get(id)).state).toBe('approved');

  await become(page, partner!.initials);
  await enterPin(page, '1111');
  await expect(page.getByTestId('pin-dialog')).toContainText('Encore 2 essais');
  await enterPin(page, PINS.partner);
  await expect(page.getByTestId('user-menu')).toContainText(partner!.name);

  await page.getByTestId('nav-activity').click();
  await page.getByTestId('activity-tabs').getByText('complet').click();
  const row = (kind: string) => page.getByTestId('trail-row').and(page.locator(`[data-kind="${kind}"]`));
  await expect(row('user.denied')).toContainText('vat.file');
  await expect(row('user.denied')).toContainText('Lena Muster');
  await expect(row('user.refused')).toContainText(partner!.name);

  const file = path.join(folder, 'journal.csv');
  await answerSaveDialog(guichet.app, file);
  await page.getByTestId('trail-export').click();
  await page.getByTestId('trail-export-trail-csv').click();
  await expect.poll(() => existsSync(file)).toBe(true);
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines.filter((line) => line.includes('Lena Muster') && line.includes('vat.file'))).toHaveLength(1);

  await page.getByTestId('trail-verify').click();
  await expect
    .poll(async () => (await guichet.call('audit.status', {})).verification)
    .toMatchObject({ running: false, at: expect.any(String), faults: [] });
  await expect(page.getByTestId('trail-proof')).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});
