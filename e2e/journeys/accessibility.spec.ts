import { violations } from '../harness/axe.ts';
import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const VIEWS = ['today', 'clients', 'documents', 'vat', 'calendar', 'activity', 'settings'] as const;

test('every view passes axe in both themes', async ({ office }) => {
  const { page, guichet } = office;
  await office.connect();
  await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await guichet.call('sync.status', {})).lastResult === null) await guichet.call('sync.start', {});
  await office.synced();
  const { rows } = await guichet.call('vat.board', {});
  const { clientId, periodKey } = rows.find(({ state }) => state === null)!;
  const draft = await guichet.call('vat.open', { clientId, periodKey });
  const newest = { filter: { archive: 'stored' }, sort: { by: 'modifiedOn', descending: true }, offset: 0, limit: 50 } as const;
  const letter = (await guichet.call('documents.list', newest)).rows.find(({ mimeType }) => mimeType === 'application/pdf');
  for (const theme of ['light', 'dark'] as const) {
    await guichet.call('settings.set', { theme });
    await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, theme);
    for (const view of VIEWS) {
      await page.getByTestId(`nav-${view}`).click();
      await page.getByTestId(`view-${view}`).waitFor();
      await page.waitForTimeout(300);
      expect(await violations(page), `${view} ${theme}`).toEqual([]);
    }
    await page.goto(`app://guichet/#/documents?work=all&doc=${letter!.id}`);
    await page.getByTestId('pdf-text').first().waitFor();
    expect(await violations(page), `a document ${theme}`).toEqual([]);
    for (const step of ['grids', 'checks', 'review'] as const) {
      await page.goto(`app://guichet/#/vat/return/${draft.id}/${step}`);
      await page.getByTestId('view-return').waitFor();
      await page.waitForTimeout(300);
      expect(await violations(page), `${step} of a return ${theme}`).toEqual([]);
    }
    await page.goto('app://guichet/#/settings/connections');
    await page.getByTestId('connections').waitFor();
    expect(await violations(page), `connections ${theme}`).toEqual([]);
  }
});

test('the tab key reaches the navigation and shows where it is', async ({ office }) => {
  const { page } = office;
  const seen = new Set<string>();
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const style = element ? getComputedStyle(element) : null;
      return { id: element?.dataset.testid ?? '', visible: style ? style.outlineStyle !== 'none' || style.boxShadow !== 'none' : false };
    });
    if (place.id.startsWith('nav-')) {
      expect(place.visible, place.id).toBe(true);
      seen.add(place.id);
    }
  }
  expect(seen.size).toBe(VIEWS.length);
});
