import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { expect, test } from '../harness/office.ts';
import { root } from '../harness/runtime.ts';
import { screenshot } from '../harness/screenshot.ts';
import { eventually } from '../harness/wait.ts';

test.use({ world: { documents: 40 } });

/** The code goes in by the standard input, as from a pipe. */
function restore(code: string, from: string, profileDir: string): Promise<number | null> {
  const verb = [path.join(root, 'app/cli/main.ts'), 'restore', '--from', from, '--profile', profileDir];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...verb], { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(`${code}\n`);
  return new Promise((resolve) => child.once('close', resolve));
}

test('a firm chooses a share, the backup is made and proven, and another machine goes on with it', async ({ office }) => {
  const share = mkdtempSync(path.join(tmpdir(), 'guichet share é '));
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'guichet other machine é '));
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).lastResult === null) await office.guichet.call('sync.start', {});
  await office.synced();
  const { page } = office;
  const { authBase, apiBase, origin: controlBase } = office.simulator;
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-backup').click();
  await expect(page.getByTestId('backup-no-code')).toBeVisible();
  await page.getByTestId('recovery-begin').click();
  const code = (await page.getByTestId('recovery-code').textContent())!.trim();
  await page.getByTestId('recovery-typed').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByTestId('recovery-confirm').click();
  await expect(page.getByTestId('recovery-code')).toBeHidden();

  await office.guichet.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, share);
  await page.getByTestId('backup-choose').click();
  await expect(page.getByTestId('backup-folder')).toHaveText(share);
  await expect(page.getByTestId('backup-no-code')).toBeHidden();
  await page.getByTestId('backup-run').click();
  await expect(page.getByTestId('backup-generations').locator('tbody tr')).toHaveCount(1);
  await expect(page.getByTestId('backup-state')).not.toHaveText(/\d\d\/\d\d/);
  await page.getByTestId('backup-verify').click();
  await expect(page.getByTestId('backup-state')).toHaveText(/\d\d\/\d\d/);
  await screenshot(page, 'backup', 'verified');

  const profileDir = path.join(elsewhere, 'profile');
  expect(await restore(code, share, profileDir)).toBe(0);
  expect(await restore(code, share, profileDir)).toBe(1);
  const list = { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 100 } as const;
  const ours = await office.guichet.call('documents.list', list);
  const other = await launchGuichet({ profileDir, simulator: { authBase, apiBase, controlBase } });
  await interactive(other);
  const theirs = await other.call('documents.list', list);
  expect(theirs.rows.map(({ id, archive }) => [id, archive])).toEqual(ours.rows.map(({ id, archive }) => [id, archive]));
  const [first] = theirs.rows;
  expect((await other.call('documents.get', { id: first!.id })).sha256).toBe(
    (await office.guichet.call('documents.get', { id: first!.id })).sha256,
  );
  await other.close();
  for (const folder of [share, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

test('the pages of retention and backup can be read with nothing due', async ({ office }) => {
  const { page } = office;
  await page.getByTestId('nav-settings').click();
  await page.getByTestId('settings-retention').click();
  const { rules } = await office.guichet.call('retention.status', {});
  expect(rules.length).toBeGreaterThan(0);
  await expect(page.getByTestId('retention-rules').locator('tbody tr')).toHaveCount(rules.length);
  await expect(page.getByTestId('retention-propose')).toBeHidden();
  await screenshot(page, 'backup', 'retention');
});
