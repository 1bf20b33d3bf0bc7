import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { root } from '../harness/runtime.ts';
import { ended } from './children.ts';
import type { Ratio } from './statistics.ts';
import type { Simulated } from './window.ts';

/** What a frame of a smooth list may take. */
const FRAME_MS = 50;
const SCROLL_MS = 8_000;
/** As fast as an eye follows: rows are fetched and shown all the way. */
const READING_PIXELS = 60_000;
const TYPED = 'avertissement-extrait de rôle';
const KEY_MS = 90;

interface Figures {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
  readonly sum: number;
}

interface CoreFigures {
  readonly documents: number;
  readonly loadMs: number;
  readonly memoryMb: number;
  readonly opening: Figures;
  readonly scrolled: Figures;
  readonly search: Figures;
  readonly searchInInbox: Figures;
  readonly comparable: { readonly ours: Figures; readonly bare: Figures };
  readonly sorts: Readonly<Record<string, number>>;
  readonly sections: number;
  readonly found: number;
  readonly of: number;
  readonly slowest: readonly (readonly [string, number, number | null])[];
}

const script = async <T>(name: string, args: readonly string[]): Promise<T> => {
  const { stdout } = await ended(
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'app/search', name), ...args], { cwd: root }),
  );
  return JSON.parse(stdout) as T;
};

const against = (name: string, ours: number, target: number, unit = 'ms'): Ratio => ({ name, ours, theirs: target, unit, target: 1 });
const figures = ({ count, median, p95, max }: Figures): string => `${count} times: median ${median}, p95 ${p95}, max ${max} ms`;

interface Frames {
  readonly count: number;
  readonly p99: number;
  readonly max: number;
}

/** Gaps between frames, in the window itself, while something goes on there. */
export const recordFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    let on = true;
    const frame = (now: number): void => {
      gaps.push(now - last);
      last = now;
      if (on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    (globalThis as unknown as { stopFrames: () => number[] }).stopFrames = () => {
      on = false;
      return gaps.slice(2);
    };
  });
/** A gap is a whole number of the screen's frames, give or take what the clock rounds. */
export const recordedFrames = async (page: Page): Promise<Frames> => {
  const gaps = (await page.evaluate(() => (globalThis as unknown as { stopFrames: () => number[] }).stopFrames())).sort((a, b) => a - b);
  return { count: gaps.length, p99: gaps[Math.floor(gaps.length * 0.99)] ?? 0, max: Math.round(gaps.at(-1) ?? 0) };
};

/** From a click in the navigation to rows with words on the screen, measured in the window. */
export const openList = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        document.querySelector<HTMLElement>('[data-testid="nav-documents"]')!.click();
        const look = (): void => {
          const row = document.querySelector('[data-testid="doc-row"]');
          // The frame after the one that has the rows: they are painted then.
          if (row?.textContent?.trim()) requestAnimationFrame(() => resolve(performance.now() - started));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );

/** Draws the list past the window from end to end, then waits for the last rows. */
export const scrollThrough = (page: Page, ms: number, distance = Number.POSITIVE_INFINITY): Promise<number> =>
  page.evaluate(
    ([duration, most]) =>
      new Promise<number>((resolve) => {
        const scroller = document.querySelector<HTMLElement>('[data-testid="doc-list"]')!.parentElement!;
        const last = Math.min(most, scroller.scrollHeight - scroller.clientHeight);
        const started = performance.now();
        const step = (now: number): void => {
          const share = Math.min(1, (now - started) / duration);
          scroller.scrollTop = share * last;
          if (share < 1) requestAnimationFrame(step);
          else settle(performance.now());
        };
        const settle = (since: number): void => {
          const rows = [...document.querySelectorAll('[data-testid="doc-row"]')];
          if (rows.length > 5 && rows.every((row) => row.textContent?.trim())) resolve(performance.now() - since);
          else requestAnimationFrame(() => settle(since));
        };
        requestAnimationFrame(step);
      }),
    [ms, distance] as const,
  );

export async function measureInWindow(profileDir: string, simulator: Simulated): Promise<Ratio[]> {
  const guichet = await launchGuichet({ profileDir, simulator });
  try {
    const { page } = guichet;
    await interactive(guichet);
    const first = await openList(page);
    await page.getByTestId('nav-today').click();
    await page.waitForTimeout(500);
    const opened: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      opened.push(await openList(page));
      await page.getByTestId('nav-today').click();
      await page.waitForTimeout(300);
    }
    await openList(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="doc-tabs"] input[value="all"]')!.click());
    await page.waitForTimeout(1500);
    await recordFrames(page);
    const settled = await scrollThrough(page, SCROLL_MS);
    const scrolling = await recordedFrames(page);
    await page.evaluate(() => document.querySelector('[data-testid="doc-list"]')!.parentElement!.scrollTo(0, 0));
    await page.waitForTimeout(500);
    await recordFrames(page);
    await scrollThrough(page, SCROLL_MS, READING_PIXELS);
    const reading = await recordedFrames(page);
    await page.evaluate(() => document.querySelector('[data-testid="doc-list"]')!.parentElement!.scrollTo(0, 0));
    await page.waitForTimeout(500);
    await page.getByTestId('doc-search').click();
    await recordFrames(page);
    await page.keyboard.type(TYPED, { delay: KEY_MS });
    await page.waitForTimeout(600);
    const typing = await recordedFrames(page);
    const found = await page.getByTestId('doc-count').textContent();
    console.log(`  list from the start of the window: ${first.toFixed(0)} ms; again: ${opened.map((ms) => ms.toFixed(0)).join(', ')} ms`);
    console.log(
      `  scrolling: ${scrolling.count} frames, p99 ${scrolling.p99.toFixed(1)} ms; rows at the end after ${settled.toFixed(0)} ms`,
    );
    console.log(
      `  scrolling past ${READING_PIXELS} pixels: ${reading.count} frames, p99 ${reading.p99.toFixed(1)} ms, longest ${reading.max.toFixed(1)} ms`,
    );
    console.log(`  typing: ${typing.count} frames, p99 ${typing.p99.toFixed(1)} ms; ${found?.trim()}`);
    return [
      against('navigation to rows painted / 150 ms', opened.sort((a, b) => a - b)[opened.length >> 1]!, 150),
      against('longest frame while scrolling end to end / 50 ms', scrolling.max, FRAME_MS),
      against('longest frame while scrolling at reading speed / 50 ms', reading.max, FRAME_MS),
      against('longest frame while typing in the filter / 50 ms', typing.max, FRAME_MS),
    ];
  } finally {
    await guichet.close();
  }
}

/** 600,000 documents and 100,000 full texts: searching, opening, scrolling and typing, in the core and in the real window. */
export async function measureScale(folder: string, simulator: Simulated, documents = 600_000, texts = 100_000): Promise<Ratio[]> {
  const profile = path.join(folder, 'scale');
  const { madeMs } = await script<{ madeMs: number }>('test-scale.ts', [profile, String(documents), String(texts)]);
  console.log(`  ${documents} documents and ${texts} texts made in ${(madeMs / 1000).toFixed(0)} s`);
  return measureScaleOf(profile, simulator);
}

/** @param profile filled by `test-scale.ts` */
export async function measureScaleOf(profile: string, simulator: Simulated): Promise<Ratio[]> {
  const core = await script<CoreFigures>('test-scale-bench.ts', [profile]);
  console.log(
    `  search: ${figures(core.search)}; with the inbox alone: ${figures(core.searchInInbox)}; ${core.found} of ${core.of} found something`,
  );
  console.log(`  words alone: ours ${figures(core.comparable.ours)}; bare statement ${figures(core.comparable.bare)}`);
  console.log(
    `  slowest: ${core.slowest.map(([text, ms, bare]) => `${text} ${ms} ms${bare === null ? '' : ` (bare ${bare})`}`).join(' · ')}`,
  );
  console.log(`  list and facets: ${figures(core.opening)}; a window anywhere: ${figures(core.scrolled)}`);
  console.log(
    `  other orders: ${JSON.stringify(core.sorts)} ms; sections ${core.sections} ms; loaded in ${core.loadMs} ms into ${core.memoryMb} MB`,
  );
  const { ours, bare } = core.comparable;
  return [
    against('search p95 in the core / 40 ms', core.search.p95, 40),
    against('search p95 under the inbox filter / 40 ms', core.searchInInbox.p95, 40),
    { name: 'search of words, p95 / bare FTS5 count and first page', ours: ours.p95, theirs: bare.p95, unit: 'ms', target: 1.3 },
    { name: 'search of words, all together / bare FTS5', ours: ours.sum, theirs: bare.sum, unit: 'ms', target: 1.3 },
    against('list and facets in the core, p95 / 150 ms', core.opening.p95, 150),
    ...(await measureInWindow(profile, simulator)),
  ];
}
