// `node e2e/package/journey.ts <executable> [switches]`: what is shipped, steered through a day's first minutes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { captureBrowser } from '../harness/browser.ts';
import { connectFirm } from '../harness/connect.ts';
import { callThrough } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { eventually } from '../harness/wait.ts';

const [executablePath = '', ...args] = process.argv.slice(2);
const home = mkdtempSync(path.join(tmpdir(), 'guichet-journey-'));
const began = performance.now();
const tell = (step: string): void => console.log(`journey ${step} ${((performance.now() - began) / 1000).toFixed(1)} s`);

const env = { ...(process.env as Record<string, string>), HOME: home, XDG_CONFIG_HOME: home, NODE_OPTIONS: '' };
const app = await electron.launch({ executablePath, args: [...args, '--lang=fr'], env });
try {
  const openedAddresses = await captureBrowser(app);
  const page = await app.firstWindow();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const guichet = { app, page, profileDir: home, problems, call: callThrough(page), openedAddresses, close: () => app.close() };
  await interactive(guichet);
  tell('window');

  const inspectable = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.openDevTools();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return contents?.isDevToolsOpened();
  });
  assert.equal(inspectable, false);
  const shell = await app.evaluate(({ app: running, Menu }) => ({
    packaged: running.isPackaged,
    place: running.getAppPath(),
    menus: Menu.getApplicationMenu()?.items.map(({ label }) => label),
  }));
  assert.equal(shell.packaged, true);
  assert.match(shell.place, /app\.asar$/);
  assert.ok(!shell.menus?.includes('Development'));

  await connectFirm(guichet);
  tell('consent');
  await guichet.call('sync.start', {});
  // Addon, storage thread and the reader's own thread all work out of the archive.
  await eventually(async () => ((await guichet.call('reading.status', {})).read > 0 ? true : undefined), 60);
  tell('documents stored and read');
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-version').click();
  assert.equal(await page.getByTestId('updates-state').getAttribute('data-state'), 'off');
  const { rows } = await guichet.call('vat.board', {});
  assert.ok(rows.length > 0);
  assert.deepEqual(problems, []);
  tell('done');
} finally {
  await app.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
}
