import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { App } from 'electron';
import type { TopicEvent } from '#shared/contract/events.ts';
import { reach } from './milestones.ts';
import { type Endpoints, outsideEndpoints } from './profile.ts';
import { type CoreClient, createCoreClient, type Thread } from './workers/core-client.ts';
import type { CoreStart } from './workers/protocol.ts';
import { endpointsAt, freePort, type SimulatorHandle, startSimulatorThread } from './workers/simulator.ts';

/** Where the profile's servers are, and the port to serve them on when they are embedded. */
export interface Places {
  readonly endpoints: Endpoints;
  /** `null`: the servers are somebody else's. */
  readonly port: number | null;
}

export async function findPlaces(app: Pick<App, 'isPackaged'>, env: NodeJS.ProcessEnv): Promise<Places> {
  const outside = outsideEndpoints(app, env);
  if (outside) return { endpoints: outside, port: null };
  const port = await freePort();
  return { endpoints: endpointsAt(port), port };
}

export interface Background {
  readonly core: CoreClient;
  close(): Promise<void>;
}

const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);

/**
 * Starts the threads of the core and of the simulator. To be called when Electron is ready: a thread started earlier and Electron's own
 * start can wait for each other for ever.
 */
export function startBackground(
  app: Pick<App, 'isPackaged' | 'getVersion'>,
  profileDir: string,
  { endpoints, port }: Places,
  onEvent: (event: TopicEvent) => void,
): Background {
  const nativeBinding = app.isPackaged ? undefined : process.env.GUICHET_SQLITE_BINDING;
  const workerData: CoreStart = {
    config: { profileDir, environment: 'sandbox', ...endpoints, version: app.getVersion(), nativeBinding, resume: true },
  };
  let simulator: SimulatorHandle | null = null;
  const simulate = async (): Promise<void> => {
    if (port === null || simulator) return;
    simulator = startSimulatorThread(script('simulator-worker'), port, profileDir);
    if (await simulator.up) reach('simulator-ready');
  };
  // A new sandbox takes its clients from the simulator, so that one goes first; later the window does, which needs the processor more.
  const isNew = !existsSync(path.join(profileDir, 'guichet.db'));
  const core = createCoreClient({
    start: () => new Worker(script('core-worker'), { workerData }) as Thread,
    ...(isNew ? { after: simulate() } : {}),
    onEvent,
    onReady: () => {
      reach('core-ready');
      void simulate();
    },
    now: () => performance.now(),
  });
  return {
    core,
    close: async () => {
      await core.close();
      await simulator?.close();
    },
  };
}
