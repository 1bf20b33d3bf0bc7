import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../harness/office.ts';
import { eventually } from '../harness/wait.ts';

const VIEWS = ['today', 'clients', 'documents', 'vat', 'calendar', 'activity', 'settings'] as const;

test('every view passes axe in both themes', async ({ office }) => {
  const { page, guichet } = office;
  await office.connect();
  await eventually(async () => (await guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  if ((await guichet.call('sync.status', {})).lastResult === null) await guichet.call('sync.start', {});
  await office.synced();
  for (const theme of ['light', 'dark'] as const) {
    await guichet.call('settings.set', { theme });
    await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, theme);
    for (const view of VIEWS) {
      await page.getByTestId(`nav-${view}`).click();
      await page.getByTestId(`view-${view}`).waitFor();
      await page.waitForTimeout(300);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
      const words = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${view} ${theme} ${id}: ${target.join(' ')}`));
      expect(words).toEqual([]);
    }
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
