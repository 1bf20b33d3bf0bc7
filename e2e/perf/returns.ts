import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import { median, type Ratio } from './statistics.ts';
import type { Simulated } from './window.ts';

/** What a person does not notice. */
const LIMIT_MS = 100;
const PERIODS = 120;
/** Each is opened once, so that nothing is answered from what the window knows already; the first opening of all compiles. */
const CLIENTS = 12;
const SETTLE_MS = 400;

interface Figure {
  readonly median: number;
  readonly max: number;
}
interface Figures {
  readonly periods: number;
  readonly clients: number;
  readonly opening: Figure;
  readonly board: Figure;
}
interface Years {
  readonly clientIds: readonly string[];
  readonly last: string;
}

const script = async <T>(name: string, ...args: readonly string[]): Promise<T> => {
  const place = path.join(root, 'app/filing', name);
  const { stdout } = await ended(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', place, ...args], { cwd: root }));
  return JSON.parse(stdout) as T;
};
const against = (name: string, ours: number): Ratio => ({
  name: `${name} / ${LIMIT_MS} ms`,
  ours,
  theirs: LIMIT_MS,
  unit: 'ms',
  target: 1,
});

/** From the change of address to what is looked for standing painted, measured in the window. */
const opened = (page: Page, place: string, selector: string): Promise<number> =>
  page.evaluate(
    ([hash, wanted]) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        location.hash = hash;
        const look = (): void => {
          // The frame after the one that has it: it is painted then.
          if (document.querySelector(wanted)?.textContent?.trim()) requestAnimationFrame(() => resolve(performance.now() - started));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [place, selector] as const,
  );

async function measureOpening(profileDir: string, simulator: Simulated): Promise<Ratio[]> {
  const { clientIds, last } = await script<Years>('test-years.ts', profileDir, String(CLIENTS), String(PERIODS));
  const guichet = await launchGuichet({ profileDir, simulator });
  try {
    const { page } = guichet;
    await interactive(guichet);
    const clients: number[] = [];
    const returns: number[] = [];
    for (const clientId of clientIds) {
      clients.push(
        await opened(page, `#/vat/client/${clientId}`, `[data-testid="vat-history-list"][data-count="${PERIODS}"] [data-testid="vat-row"]`),
      );
      await page.waitForTimeout(SETTLE_MS);
      const { id } = await guichet.call('vat.open', { clientId, periodKey: last });
      returns.push(await opened(page, `#/vat/return/${id}/grids`, '[data-testid="grid-form"] [data-testid="balance"]'));
      await page.waitForTimeout(SETTLE_MS);
      await page.evaluate(() => {
        location.hash = '#/today';
      });
      await page.getByTestId('view-today').waitFor();
      await page.waitForTimeout(SETTLE_MS);
    }
    const told = (times: readonly number[]): string => times.map((ms) => ms.toFixed(0)).join(', ');
    console.log(`  clients opened in ${told(clients)} ms; their last return in ${told(returns)} ms`);
    return [
      against(`window: opening a client with ${PERIODS} periods`, median(clients.slice(1))),
      against(`window: opening a return with ${PERIODS} periods before it`, median(returns.slice(1))),
    ];
  } finally {
    await guichet.close();
  }
}

/** Opening a client's returns, in the core and in the window, and the board of a firm, against what a person does not notice. */
export async function measureReturns(profileDir: string, simulator: Simulated): Promise<Ratio[]> {
  const { periods, clients, opening, board } = await script<Figures>('test-bench.ts');
  return [
    against(`core: opening a client with ${periods} VAT periods`, opening.median),
    against(`core: board of ${clients} clients`, board.median),
    ...(await measureOpening(profileDir, simulator)),
  ];
}
