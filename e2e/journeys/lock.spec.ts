import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/office.ts';
import { Returns } from '../harness/returns.ts';
import { eventually } from '../harness/wait.ts';

const PIN = '271828';
const OTHER_PIN = '4444';

const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );
async function open(page: Page, pin = PIN): Promise<void> {
  await page.getByTestId('lock-pin').fill(pin);
  await page.keyboard.press('Enter');
}

test('locked, the window shows and answers nothing; opened, one is where one was and nothing typed is lost', async ({ office }) => {
  const { guichet, page } = office;
  const { call } = guichet;
  const { currentId } = await call('users.list', {});
  const { clients } = await call('clients.list', {});
  const named = clients.filter(({ isFirm }) => !isFirm);
  const names = named.map(({ name }) => name);
  await expect(call('lock.lock', {})).rejects.toMatchObject({ code: 'lock.nothing' });
  await call('users.setPin', { id: currentId, pin: PIN });
  const { users } = await call('users.save', { name: 'Deuxième Exemple', initials: 'DE', role: 'accountant' });
  const other = users.find(({ initials }) => initials === 'DE')!.id;
  await call('users.setPin', { id: other, pin: OTHER_PIN });

  await test.step('by its key, with an amount still being typed', async () => {
    const view = await new Returns(office).draft(named[0]!.enterpriseNumber);
    await page.goto(`app://guichet/#/vat/return/${view.id}/grids`);
    await page.getByTestId('grid-03').fill('1.234,56');
    await page.keyboard.press('Control+l');
    await expect(page.getByTestId('lock-pin')).toBeFocused();
    const shown = await page.content();
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    expect(shown).not.toContain('1.234,56');
    expect(await violations(page)).toEqual([]);
    for (const method of ['clients.list', 'app.status', 'today.get', 'users.list'] as const)
      expect(await code(call(method, {}))).toBe('lock.locked');
    await open(page, '0000');
    await expect(page.getByTestId('lock-error')).toContainText('erroné');
    expect(await code(call('clients.list', {}))).toBe('lock.locked');
    await open(page);
    await expect(page.getByTestId('grid-03')).toHaveValue('1.234,56');
    expect((await call('vat.get', { id: view.id })).content.grids['03']).toBe(123_456);
  });

  await test.step('with the machine’s screen, back at the same filters', async () => {
    await call('settings.set', { lockWithSystem: true });
    await page.goto(`app://guichet/#/clients?text=${encodeURIComponent(names[0]!)}`);
    await expect(page.getByTestId('client-row')).toHaveCount(1);
    await guichet.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
    await page.getByTestId('lock').waitFor();
    expect(await page.content()).not.toContain(names[0]!);
    await open(page);
    await expect(page.getByTestId('client-row')).toHaveCount(1);
    await expect(page.getByTestId('client-row')).toContainText(names[0]!);
  });

  await test.step('when nobody was at it for so long', async () => {
    await guichet.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 61;
    });
    await call('settings.set', { lockAfter: 1 });
    await page.getByTestId('lock').waitFor();
    await guichet.app.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 0;
    });
    await open(page);
    await page.getByTestId('user-menu').waitFor();
    await call('settings.set', { lockAfter: 0 });
  });

  await test.step('with a dialog of the system still open, which then saves nothing', async () => {
    const file = path.join(guichet.profileDir, 'saved.ics');
    await guichet.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () =>
        new Promise((resolve) => Object.assign(globalThis, { choose: () => resolve({ canceled: false, filePath }) }));
    }, file);
    const saved = code(call('shell.saveCalendar', { year: 2026 }));
    await eventually(() => guichet.app.evaluate(() => ('choose' in globalThis ? true : undefined)));
    await call('lock.lock', {});
    await guichet.app.evaluate(() => (globalThis as unknown as { choose(): void }).choose());
    expect(await saved).toBe('lock.locked');
    expect(existsSync(file)).toBe(false);
    await page.getByTestId('lock').waitFor();
    await open(page);
    await page.getByTestId('user-menu').waitFor();
  });

  await test.step('another takes over with a PIN of their own', async () => {
    await page.getByTestId('user-menu').click();
    await page.getByTestId('user-lock').click();
    await page.getByTestId('lock-other').click();
    await page.getByTestId('lock-user-DE').click();
    await expect(page.getByTestId('lock-user')).toHaveText('Deuxième Exemple');
    await open(page, OTHER_PIN);
    await expect(page.getByTestId('user-menu')).toContainText('Deuxième Exemple');
    const kinds = (await call('activity.list', { limit: 40 })).rows.map(({ kind }) => kind);
    for (const kind of ['lock.locked', 'lock.opened', 'user.refused', 'user.switched']) expect(kinds).toContain(kind);
  });

  await test.step('and it starts locked, without a glimpse of the window', async () => {
    await guichet.close();
    await office.open();
    await expect(office.page.getByTestId('lock-user')).toHaveText('Deuxième Exemple');
    expect(await office.page.getByTestId('status-bar').count()).toBe(0);
    expect(await code(office.guichet.call('clients.list', {}))).toBe('lock.locked');
    await office.page.addInitScript(() => {
      const glimpse = (): void => {
        if (document.querySelector('[data-testid="status-bar"]')) document.documentElement.dataset.glimpsed = 'yes';
      };
      new MutationObserver(glimpse).observe(document, { childList: true, subtree: true });
    });
    await office.page.reload();
    await expect(office.page.getByTestId('lock-pin')).toBeFocused();
    expect(await office.page.evaluate(() => document.documentElement.dataset.glimpsed)).toBeUndefined();
    await open(office.page, OTHER_PIN);
    await eventually(async () => ((await code(office.guichet.call('clients.list', {}))) === 'answered' ? true : undefined));
    await office.page.getByTestId('status-bar').waitFor();
  });
});

test('without a PIN the profile’s passphrase opens it, and nothing else', async ({ office }) => {
  const { guichet, page } = office;
  const passphrase = 'une phrase que personne ne devine';
  await guichet.call('vault.protect', { keychain: false, passphrase });
  await page.keyboard.press('Control+l');
  await page.getByTestId('lock-passphrase').fill('une phrase que tous devinent');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('lock-error')).toContainText('Encore 2 essais');
  expect(await code(guichet.call('clients.list', {}))).toBe('lock.locked');
  await page.getByTestId('lock-passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByTestId('status-bar').waitFor();
  const { rows } = await guichet.call('activity.list', { limit: 10 });
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['lock.opened', 'lock.refused', 'lock.locked']));
});
