import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { expect, type Office, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

test.use({ world: { documents: 40 } });

const list = { filter: {}, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 100 } as const;
const share = mkdtempSync(path.join(tmpdir(), 'guichet share é '));
test.afterAll(() => rmSync(share, { recursive: true, force: true }));

const answerDialogs = (office: Office): Promise<void> =>
  office.guichet.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, share);

/** A profile with documents, its recovery code and a backup on the share. @returns the code */
async function backedUp(office: Office): Promise<string> {
  const { call } = office.guichet;
  await office.connect();
  await eventually(async () => (await call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await call('sync.status', {})).lastResult === null) await call('sync.start', {});
  await office.synced();
  const { code } = await call('recovery.begin', {});
  await call('recovery.confirm', { code });
  await answerDialogs(office);
  await call('shell.chooseBackupFolder', {});
  await call('backup.run', {});
  await eventually(async () => (await call('backup.status', {})).generations[0]);
  return code;
}

const restored = (office: Office) =>
  eventually(async () => {
    const status = await office.guichet.call('restore.status', {});
    return status.state === 'running' ? undefined : status;
  });

test('a backup takes the place of the open profile, and of one that does not open any more', async ({ office }) => {
  const code = await backedUp(office);
  const { call } = office.guichet;
  const before = await call('documents.list', list);
  await call('settings.set', { theme: 'dark' });

  expect((await call('restore.choose', {})).folder).toBe(share);
  await expect(call('restore.run', { code: code.slice(1) })).rejects.toMatchObject({ code: 'recovery.mistyped' });
  expect((await call('restore.run', { code })).state).toBe('running');
  const first = await restored(office);
  expect(first).toMatchObject({ state: 'done', problem: null });
  expect(readdirSync(first.aside!)).toContain('guichet.db');
  // What came after the backup is in the old profile alone.
  expect((await call('settings.get', {})).theme).not.toBe('dark');
  expect((await call('documents.list', list)).rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
  const { rows } = await call('activity.list', { limit: 50 });
  expect(rows.map(({ kind }) => kind)).toContain('backup.restored');
  await office.guichet.close();

  truncateSync(path.join(office.profileDir, 'guichet.db'), 4096);
  const { authBase, apiBase, origin: controlBase } = office.simulator;
  office.guichet = await launchGuichet({ profileDir: office.profileDir, simulator: { authBase, apiBase, controlBase } });
  const { page } = office;
  await expect(page.getByTestId('gate')).toHaveAttribute('data-state', 'broken');
  await answerDialogs(office);
  await page.getByTestId('gate-choose').click();
  await page.getByTestId('gate-restore-code').fill(code);
  await page.getByTestId('gate-restore').click();
  await expect(page.getByTestId('gate-restored')).toBeVisible();
  await expect(page.getByTestId('gate-aside')).toHaveText(/aside-\d{4}-\d\d-\d\d-2$/);
  await page.getByTestId('gate-continue').click();
  await interactive(office.guichet);
  expect((await office.guichet.call('documents.list', list)).rows.map(({ id }) => id)).toEqual(before.rows.map(({ id }) => id));
});
