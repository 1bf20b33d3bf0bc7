import type { Page } from '@playwright/test';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { type Ratio, share } from './statistics.ts';
import type { Simulated } from './window.ts';

/** An invented number with valid check digits. */
const CLIENT = { enterpriseNumber: '0777777771', name: 'Exemple Clavier SRL', regime: 'month' } as const;
const PERIOD = '2026-10';
/** One frame of a screen at 60 Hz: totals that are ready within it are seen with the key. */
const FRAME_MS = 16;
/** Grids that enter the totals. */
const GRIDS = ['54', '59', '55', '62'] as const;
/** With sums, so that reckoning is measured too. */
const TYPED = ['12500', '2625,5', '8000+450', '1774,50'] as const;
const ROUNDS = 8;

interface Measured {
  readonly pressed: number[];
}

/** From each key to the totals standing in the document, styled and laid out, ready for the next frame. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const measured = { pressed: [] as number[] };
    Object.assign(globalThis, { measured });
    let at = 0;
    document.addEventListener(
      'keydown',
      () => {
        at = performance.now();
      },
      true,
    );
    const changes = new MutationObserver(() => {
      document.body.getBoundingClientRect();
      measured.pressed.push(performance.now() - at);
    });
    for (const name of ['total-xx', 'total-yy', 'balance'])
      changes.observe(document.querySelector(`[data-testid="${name}"]`)!, { subtree: true, childList: true, characterData: true });
  });

/** Types a return in the real application, key by key. The 99th of a hundred keys over one frame. */
export async function measureTyping(profileDir: string, simulator: Simulated): Promise<Ratio[]> {
  const guichet = await launchGuichet({ profileDir, simulator });
  try {
    await interactive(guichet);
    const { page } = guichet;
    const { id: clientId } = await guichet.call('clients.save', CLIENT);
    const { id } = await guichet.call('vat.open', { clientId, periodKey: PERIOD });
    await page.evaluate((place) => {
      location.hash = place;
    }, `#/vat/return/${id}/grids`);
    await page.getByTestId('grid-form').waitFor();
    await watch(page);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, grid] of GRIDS.entries()) {
        await page.getByTestId(`grid-${grid}`).focus();
        await page.keyboard.type(TYPED[(index + round) % TYPED.length]!, { delay: 40 });
      }
    }
    const { pressed } = await page.evaluate(() => (globalThis as unknown as { measured: Measured }).measured);
    const told = [0.5, 0.95, 1].map((part) => share(pressed, part).toFixed(1));
    console.log(`  ${pressed.length} keys: median ${told[0]}, p95 ${told[1]}, max ${told[2]} ms`);
    return [{ name: 'keystroke to totals laid out, p99 / one frame', ours: share(pressed, 0.99), theirs: FRAME_MS, unit: 'ms', target: 1 }];
  } finally {
    await guichet.close();
  }
}
