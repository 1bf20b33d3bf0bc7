import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Simulator, type SimulatorOptions, startSimulator } from '#app/simulator/index.ts';
import { FIRM } from '#app/simulator/seed/parties.ts';
import { type Cable, layCable } from './cable.ts';
import { type ConsentChoice, giveConsent } from './consent.ts';
import { type Guichet, launchGuichet } from './launch.ts';
import { interactive } from './milestones.ts';
import { eventually } from './wait.ts';

/** The day of the journeys: the return of October 2026 is due on the 20th, a Friday. */
const START = '2026-11-16T07:42:00Z';

export interface FilingOnRecord {
  readonly vatNumber: string;
  readonly period: string;
}

/** A firm at work: a simulator of its own, a profile that outlives the window, and the window. */
export class Office {
  readonly simulator: Simulator;
  readonly profileDir = mkdtempSync(path.join(tmpdir(), 'guichet-office-'));
  /** What SPF's APIs are reached by, in a journey that cuts it. */
  readonly cable: Cable | null;
  guichet!: Guichet;

  constructor(simulator: Simulator, cable: Cable | null = null) {
    this.simulator = simulator;
    this.cable = cable;
  }

  get page(): Guichet['page'] {
    return this.guichet.page;
  }

  async open(): Promise<void> {
    const { authBase, apiBase, origin: controlBase } = this.simulator;
    const simulator = { authBase, apiBase: this.cable?.origin ?? apiBase, controlBase };
    this.guichet = await launchGuichet({ profileDir: this.profileDir, simulator });
    await interactive(this.guichet);
  }

  /** Calls the control plane: a POST when there is a body. */
  async control<T>(place: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> {
    const answer = await fetch(`${this.simulator.control}/${place}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!answer.ok) throw new Error(`${method} ${place}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Presses "connect", and plays the person in the browser. */
  async connect(choice?: ConsentChoice): Promise<void> {
    const before = (await this.guichet.openedAddresses()).length;
    await this.page.getByTestId('connect-number').fill(FIRM);
    await this.page.getByTestId('connect-firm').click();
    const url = await eventually(async () => (await this.guichet.openedAddresses())[before]);
    await giveConsent(url, choice);
  }

  /** Waits until a consent is in force. */
  async connected(): Promise<void> {
    await eventually(async () => (await this.guichet.call('identity.list', {})).consents.find(({ state }) => state === 'active'));
  }

  /** Waits until nothing more is to be fetched. */
  async synced(seconds = 40): Promise<void> {
    await eventually(async () => {
      const { state, lastResult } = await this.guichet.call('sync.status', {});
      return state === 'idle' && lastResult !== null ? true : undefined;
    }, seconds);
  }

  /** Ends the whole application as a power cut would. */
  async kill(): Promise<void> {
    const child = this.guichet.app.process();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

interface Fixtures {
  readonly world: Partial<SimulatorOptions>;
  /** Whether the line to SPF's APIs can be cut: `office.cable`. */
  readonly cabled: boolean;
  readonly office: Office;
}

export type OfficeOptions = Partial<Pick<Fixtures, 'world' | 'cabled'>>;

/** Opens an office with a world of its own. @returns it and the way to close it, which answers what went wrong in the window */
async function openOffice({ world, cabled }: OfficeOptions): Promise<{ office: Office; close(): Promise<readonly string[]> }> {
  const simulator = await startSimulator({ seed: 1, quota: 'off', clients: 8, documents: 120, startAt: START, ...world });
  const cable = cabled ? await layCable(simulator.apiBase) : null;
  const office = new Office(simulator, cable);
  await office.open();
  const close = async (): Promise<readonly string[]> => {
    const { problems } = office.guichet;
    await office.guichet.close().catch(() => {});
    await simulator.close();
    await cable?.close();
    rmSync(office.profileDir, { recursive: true, force: true, maxRetries: 3 });
    return problems;
  };
  return { office, close };
}

export const test = base.extend<Fixtures>({
  world: [{}, { option: true }],
  cabled: [false, { option: true }],
  office: async ({ world, cabled }, use) => {
    const { office, close } = await openOffice({ world, cabled });
    await use(office);
    expect(await close(), 'errors in the window').toEqual([]);
  },
});

/** One connected office for all journeys of a file; called at the top of the file, asked for in each journey. */
export function sharedOffice(options: OfficeOptions = {}): () => Office {
  let opened: Awaited<ReturnType<typeof openOffice>> | undefined;
  base.beforeAll(async () => {
    opened = await openOffice(options);
    await opened.office.connect();
    await opened.office.connected();
  });
  base.afterAll(async () => {
    expect((await opened?.close()) ?? [], 'errors in the window').toEqual([]);
  });
  return () => {
    if (!opened) throw new Error('the office opens with the first journey');
    return opened.office;
  };
}

export { expect };
