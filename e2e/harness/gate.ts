import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Simulator, startSimulator } from '#app/simulator/index.ts';
import { type Guichet, type LaunchOptions, launchGuichet } from './launch.ts';
import { interactive } from './milestones.ts';

/** A profile that is opened several times, by a simulator of its own that goes on between. */
export interface Door {
  readonly profileDir: string;
  /** Starts the application, however far it comes. */
  start(options?: Pick<LaunchOptions, 'env' | 'args'>): Promise<Guichet>;
  /** Starts it where nothing is in the way. */
  open(options?: Pick<LaunchOptions, 'env' | 'args'>): Promise<Guichet>;
}

/** The sandbox, asked to hold its key as the other environments do. */
export const PROTECTED = { GUICHET_PROTECT: '1' };

export const test = base.extend<{ readonly door: Door }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures here.
  door: async ({}, use) => {
    const simulator: Simulator = await startSimulator({ seed: 1, quota: 'off', clients: 6, documents: 30, history: 1 });
    const { authBase, apiBase, origin: controlBase } = simulator;
    const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet-door-'));
    const start = (options = {}): Promise<Guichet> =>
      launchGuichet({ profileDir, simulator: { authBase, apiBase, controlBase }, ...options });
    const open = async (options = {}): Promise<Guichet> => {
      const guichet = await start(options);
      await interactive(guichet);
      return guichet;
    };
    await use({ profileDir, start, open });
    await simulator.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 3 });
  },
});

/** Waits for the page that stands before a profile which does not open. */
export async function expectGate({ page }: Pick<Guichet, 'page'>, screen: string): Promise<void> {
  await expect(page.getByTestId('gate-title')).toHaveAttribute('data-screen', screen);
}

/** Waits until the window is where the gate was. */
export async function passed(guichet: Guichet): Promise<void> {
  await expect(guichet.page.getByTestId('gate')).toBeHidden({ timeout: 20_000 });
  await interactive(guichet);
}

/** The code of what a call was refused with. */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

export { expect };
