import { expect, test } from '../harness/office.ts';
import { secondStart } from '../harness/second-start.ts';
import { eventually } from '../harness/wait.ts';

test.use({ world: { documents: 600 } });

test('the sync goes on while the window is closed, and a second start brings the window back', async ({ office }) => {
  await office.connect();
  await eventually(async () => (await office.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await office.guichet.call('sync.status', {})).state === 'idle') await office.guichet.call('sync.start', {});
  const { app } = office.guichet;
  const windows = (): Promise<number> => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await eventually(async () => ((await windows()) === 0 ? true : undefined));
  await eventually(async () => {
    const { items } = await office.control<{ items: unknown[] }>('requests?route=mmf.content');
    return items.length >= 600 ? true : undefined;
  });

  const opened = app.waitForEvent('window');
  expect(await secondStart(office.profileDir)).toBe(0);
  const page = await opened;
  await page.getByTestId('nav-documents').click();
  await expect(page.getByTestId('doc-count')).toContainText('600');
});
