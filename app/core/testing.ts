import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestPorts } from '#app/platform/node/testing.ts';
import { driveConsent, type Simulator, type SimulatorOptions, startSimulator } from '#app/simulator/index.ts';
import type { Vendor } from '#app/vendor/vendor.ts';
import { readVendorFile } from '#app/vendor/vendor-file.ts';
import type { Consent } from '#shared/contract/identity.ts';
import { type App, createApp } from './app.ts';
import type { AppConfig } from './config.ts';
import type { Ports } from './ports.ts';

/** Invented identities of the simulator. */
export const FIRM = '0100000169';
export const REPRESENTATIVE = '91062299903';

export interface Stage {
  readonly simulator: Simulator;
  readonly profileDir: string;
  /** Opens the application on the profile; again after `close` or a kill. */
  open(config?: Partial<AppConfig>, ports?: Partial<Ports>): Promise<App>;
  control<T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T>;
  end(): Promise<void>;
}

/** A simulator and an empty profile in a folder whose name has a space and an accent. */
export async function createStage(options: Partial<SimulatorOptions> = {}): Promise<Stage> {
  const simulator = await startSimulator({ seed: 1, clients: 8, documents: 60, history: 1, quota: 'off', ...options });
  const profileDir = mkdtempSync(path.join(tmpdir(), 'guichet profil é '));
  const opened = new Set<App>();
  return {
    simulator,
    profileDir,
    open: async (config = {}, ports = {}) => {
      const real = config.environment !== undefined && config.environment !== 'sandbox';
      const machine = createTestPorts({ profileDir, origins: [simulator.origin], logLevel: 'debug' });
      const app = await createApp(
        {
          profileDir,
          environment: 'sandbox',
          authBase: simulator.authBase,
          apiBase: simulator.apiBase,
          controlBase: simulator.origin,
          version: 'test',
          ...(real ? { vendor: await vendorAt(simulator.origin) } : {}),
          ...config,
        },
        { ...machine, ...ports },
      );
      opened.add(app);
      return app;
    },
    control: async <T>(method: string, url: string, body?: object) => {
      const answer = await fetch(`${simulator.control}${url}`, {
        method,
        ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      });
      if (!answer.ok) throw new Error(`control plane: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    end: async () => {
      for (const app of opened) await app.close();
      await simulator.close();
      rmSync(profileDir, { recursive: true, force: true });
    },
  };
}

/** What the vendor of a simulator tells its installations; for profiles that are not a sandbox and would have it from a file. */
export async function vendorAt(origin: string): Promise<Vendor> {
  const { file } = (await (await fetch(`${origin}/__sim/vendor`)).json()) as { file: string };
  return readVendorFile(file, 'sandbox');
}

/** Consents for an enterprise as its representative would, through the simulator's pages. */
export async function connect(app: App, ecb = FIRM, person = REPRESENTATIVE): Promise<void> {
  const pending = await app.call('identity.begin', { ecb, kind: 'firm' });
  const callback = await driveConsent(pending.url!, person);
  await (await fetch(callback)).text();
  await until(async () => {
    const consent = (await app.call('identity.list', {})).consents.find(({ id }: Consent) => id === pending.id);
    if (consent?.state === 'failed') throw new Error(`not connected: ${consent.error?.code}`);
    return consent?.state === 'active';
  });
}

/** Looks again until it holds; a test that never gets there ends by its own time limit. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
