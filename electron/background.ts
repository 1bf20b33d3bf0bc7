import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { App } from 'electron';
import type { AppConfig } from '#app/core/config.ts';
import { withVendor } from '#app/core/environment.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import { reach } from './milestones.ts';
import { type Endpoints, environmentOf, outsideEndpoints } from './profile.ts';
import { type CoreClient, createCoreClient, type Thread } from './workers/core-client.ts';
import { endpointsAt, freePort, type SimulatorHandle, startSimulatorThread } from './workers/simulator.ts';

export interface Background {
  readonly core: CoreClient;
  /** Where the profile's servers are. */
  readonly endpoints: Promise<Endpoints>;
  close(): Promise<void>;
}

const NOWHERE = { authBase: '', apiBase: '' };
const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);

/** Starts the threads of the core and of the simulator; may be called before Electron is ready. */
export function startBackground(
  app: Pick<App, 'isPackaged' | 'getVersion'>,
  profileDir: string,
  onEvent: (event: TopicEvent) => void,
): Background {
  const environment = environmentOf(app, process.argv, process.env);
  const outside = environment === 'sandbox' ? outsideEndpoints(app, process.env) : null;
  const port = outside || environment !== 'sandbox' ? null : freePort();
  const nativeBinding = app.isPackaged ? undefined : process.env.GUICHET_SQLITE_BINDING;
  const bare = { profileDir, environment, version: app.getVersion(), nativeBinding, resume: true };
  // The core reads the vendor's file for itself and says what is wrong with it; the shell then opens no address.
  const ofVendor = async (): Promise<Endpoints> => {
    const { authBase, apiBase, vendor } = await withVendor({ ...bare, ...NOWHERE }, nodeFiles).catch(() => ({
      ...NOWHERE,
      vendor: undefined,
    }));
    return { authBase, apiBase, portal: vendor?.portal ?? '' };
  };
  const endpoints = port ? port.then(endpointsAt) : outside ? Promise.resolve(outside) : ofVendor();

  let simulator: SimulatorHandle | null = null;
  const simulate = async (): Promise<void> => {
    if (!port || simulator) return;
    simulator = startSimulatorThread(script('simulator-worker'), await port, profileDir, nativeBinding);
    if (await simulator.up) reach('simulator-ready');
  };
  const configure = async (): Promise<AppConfig> => {
    const { authBase, apiBase, controlBase } = await endpoints;
    // A new sandbox takes its clients from the simulator, so that one goes first; later the window does, which needs the processor more.
    if (!existsSync(path.join(profileDir, 'guichet.db'))) await simulate();
    return { ...bare, authBase, apiBase, controlBase };
  };
  const core = createCoreClient({
    start: () => new Worker(script('core-worker')) as Thread,
    config: configure(),
    onEvent,
    onReady: () => {
      reach('core-ready');
      void simulate();
    },
    now: () => performance.now(),
  });
  return {
    core,
    endpoints,
    close: async () => {
      await core.close();
      await simulator?.close();
    },
  };
}
