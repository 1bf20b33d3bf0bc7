import type { Guichet } from '../harness/launch.ts';
import { screenshot } from '../harness/screenshot.ts';

const VIEWS = ['today', 'clients', 'documents', 'vat', 'calendar', 'activity', 'settings'] as const;
/** Every view once in each language; themes alternate so that each view is seen in both. */
const ROUNDS = [
  { locale: 'fr', theme: 'light' },
  { locale: 'nl', theme: 'dark' },
  { locale: 'de', theme: 'light' },
  { locale: 'en', theme: 'dark' },
] as const;

/** Pictures of all views under out/tour/views. @throws Error when a view is wider than the window */
export async function photographViews(guichet: Guichet): Promise<string> {
  const { page } = guichet;
  let count = 0;
  for (const { locale, theme } of ROUNDS) {
    await guichet.call('settings.set', { locale, theme });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
    for (const view of VIEWS) {
      await page.getByTestId(`nav-${view}`).click();
      await page.getByTestId(`view-${view}`).waitFor();
      await page.waitForTimeout(250);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) throw new Error(`${view} in ${locale} is ${overflow} px too wide`);
      await screenshot(page, 'tour/views', `${view}-${locale}-${theme}`);
      count++;
    }
  }
  return `${count} pictures`;
}
