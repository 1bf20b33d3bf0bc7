import path from 'node:path';
import type { Page } from '@playwright/test';
import { startElectron } from '../harness/electron.ts';
import { launchGuichet } from '../harness/launch.ts';
import { interactive } from '../harness/milestones.ts';
import { residentMegabytes } from './memory.ts';
import { median, type Ratio } from './statistics.ts';

/** Enough starts for a median that one hiccup of the machine does not move. */
const STARTS = 7;
const CALLS = 3000;
/** Time for a window to settle before its memory is read. */
const SETTLE_MS = 4000;

interface Opened {
  readonly page: Page;
  readonly pid: number;
  /** From the start of the process to an interactive window. */
  readonly readyMs: number;
  close(): Promise<void>;
}

async function openBare(): Promise<Opened> {
  const started = performance.now();
  const app = await startElectron([path.join(import.meta.dirname, 'bare')]);
  const page = await app.firstWindow();
  await interactive({ app, page });
  return { page, pid: app.process().pid!, readyMs: performance.now() - started, close: () => app.close() };
}

async function openGuichet(profileDir: string, simulator: Simulated): Promise<Opened> {
  const started = performance.now();
  const guichet = await launchGuichet({ profileDir, simulator });
  await interactive(guichet);
  const { page, app, close } = guichet;
  return { page, pid: app.process().pid!, readyMs: performance.now() - started, close };
}

export interface Simulated {
  readonly authBase: string;
  readonly apiBase: string;
}

interface Bridges {
  readonly guichet: { call(method: string, input: unknown): Promise<unknown> };
  readonly bare: { echo(input: unknown): Promise<unknown> };
}

/** Mean microseconds of one call from the window and back, calls one after another. */
const callCost = (page: Page, ours: boolean): Promise<number> =>
  page.evaluate(
    async ([count, validated]) => {
      const { guichet, bare } = globalThis as unknown as Bridges;
      const once = (i: number) => (validated ? guichet.call('app.echo', { text: `call ${i}` }) : bare.echo({ text: `call ${i}` }));
      for (let i = 0; i < 300; i++) await once(i);
      const started = performance.now();
      for (let i = 0; i < (count as number); i++) await once(i);
      return ((performance.now() - started) * 1000) / (count as number);
    },
    [CALLS, ours] as [number, boolean],
  );

/**
 * Start-up, one call and memory of the real application over a bare Electron window, starts alternating so that both meet the same machine.
 * The application runs against a simulator in a process of its own: the embedded one belongs to the sandbox, not to the product.
 */
export async function measureWindow(profileDir: string, simulator: Simulated): Promise<Ratio[]> {
  const starts = { ours: [] as number[], theirs: [] as number[] };
  const calls = { ours: [] as number[], theirs: [] as number[] };
  const memory = { ours: [] as number[], theirs: [] as number[] };
  // The first start of each fills the disk cache and makes the profile; it does not count.
  for (let turn = 0; turn <= STARTS; turn++) {
    for (const side of ['theirs', 'ours'] as const) {
      const opened = side === 'ours' ? await openGuichet(profileDir, simulator) : await openBare();
      if (turn > 0) starts[side].push(opened.readyMs);
      if (turn > 0 && turn <= 3) {
        calls[side].push(await callCost(opened.page, side === 'ours'));
        await opened.page.waitForTimeout(SETTLE_MS);
        memory[side].push(residentMegabytes(opened.pid));
      }
      await opened.close();
    }
  }
  const ratio = (name: string, values: { ours: number[]; theirs: number[] }, unit: string): Ratio => ({
    name,
    ours: median(values.ours),
    theirs: median(values.theirs),
    unit,
    target: 1.5,
  });
  return [
    ratio('start-up to interactive / bare Electron window', starts, 'ms'),
    ratio('validated call through the door / raw ipcRenderer.invoke', calls, 'µs'),
    ratio('resident memory / bare Electron window', memory, 'MB'),
  ];
}
