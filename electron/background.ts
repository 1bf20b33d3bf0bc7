import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type App, safeStorage } from 'electron';
import { finishSwap, sweepIncoming } from '#app/backup/swap.ts';
import type { AppConfig } from '#app/core/config.ts';
import { withVendor } from '#app/core/environment.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createSystemRandom } from '#app/platform/node/random.ts';
import { createProfileVault, type ProfileVault } from '#app/vault/index.ts';
import type { TopicEvent } from '#shared/contract/events.ts';
import type { Environment } from '#shared/contract/settings.ts';
import { reach } from './milestones.ts';
import { type Endpoints, environmentOf, holdsKeys, outsideEndpoints } from './profile.ts';
import { createKeeper, type Keeper } from './vault/keeper.ts';
import { systemKeychain } from './vault/keychain.ts';
import { createAsk } from './workers/ask.ts';
import { type CoreClient, createCoreClient, type Thread } from './workers/core-client.ts';
import { endpointsAt, freePort, type SimulatorHandle, startSimulatorThread } from './workers/simulator.ts';

export interface Background {
  /** Calls of the core, refused with the reason while nothing gave its key. */
  readonly call: CoreClient['call'];
  readonly keeper: Keeper;
  readonly environment: Environment;
  /** Path of the SQLite addon where the shipped one does not load. */
  readonly nativeBinding: string | undefined;
  /** @param withKeychain `false` where nothing asks the keychain */
  vaultIn(folder: string, withKeychain: boolean): Promise<ProfileVault>;
  /** A thread's script as it was built: beside this module. */
  script(name: string): URL;
  /** Closes the core until the keeper opens it again. */
  rest(): Promise<void>;
  /** Where the profile's servers are. */
  readonly endpoints: Promise<Endpoints>;
  close(): Promise<void>;
}

const random = createSystemRandom();
const NOWHERE = { authBase: '', apiBase: '' };
const script = (name: string): URL => new URL(`./${name}.js`, import.meta.url);

/** Starts the threads of the core and of the simulator; may be called before Electron is ready. */
export function startBackground(
  app: Pick<App, 'isPackaged' | 'getVersion' | 'whenReady'>,
  profileDir: string,
  onEvent: (event: TopicEvent) => void,
  startAnew: () => void,
): Background {
  const environment = environmentOf(app, process.argv, process.env);
  const outside = environment === 'sandbox' ? outsideEndpoints(app, process.env) : null;
  const port = outside || environment !== 'sandbox' ? null : freePort();
  const nativeBinding = app.isPackaged ? undefined : process.env.GUICHET_SQLITE_BINDING;
  const bare = { profileDir, environment, version: app.getVersion(), nativeBinding, resume: true, locks: true };
  // The core reads the vendor's file for itself and says what is wrong with it; the shell then opens no address.
  const vendor = withVendor({ ...bare, ...NOWHERE }, nodeFiles).catch(() => null);
  const ofVendor = async (): Promise<Endpoints> => {
    const { authBase, apiBase, vendor: named } = (await vendor) ?? { ...NOWHERE, vendor: undefined };
    return { authBase, apiBase, portal: named?.portal ?? '' };
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
  const keychains = systemKeychain(safeStorage);
  const required = holdsKeys(app, environment, process.env);
  const vaultIn = async (folder: string, withKeychain: boolean): Promise<ProfileVault> => {
    if (withKeychain) await app.whenReady();
    const keychain = withKeychain ? keychains.ask() : null;
    return createProfileVault({ profileDir: folder, files: nodeFiles, random, clock: systemClock, required, keychain });
  };
  const keeper = createKeeper({
    profileDir,
    environment,
    required,
    vault: (withKeychain) => vaultIn(profileDir, withKeychain),
    keychainName: async () => {
      await app.whenReady();
      return keychains.name();
    },
    hindered: async () => environment !== 'sandbox' && (await vendor) === null,
    settle: () => finishSwap({ files: nodeFiles, profileDir, clock: systemClock }),
    core: {
      opened: () => core.opened(),
      restart: async () => {
        await core.rest();
        core.start();
      },
    },
    note: (input) => createAsk(core)('vault.note', input),
    startAnew,
    // Two, so that the window sees a gap in the row of numbers and asks for everything, whatever it heard before.
    changed: () => {
      onEvent({ topic: 'vault', sequence: 0 });
      onEvent({ topic: 'lock', sequence: 0 });
    },
  });
  // What was being put together when the program ended; it may be large, so nobody waits. Not later: then it may be one that is put together now.
  void keeper.refusal().then(() => sweepIncoming(nodeFiles, profileDir).catch(() => undefined));
  const core = createCoreClient({
    start: () => new Worker(script('core-worker')) as Thread,
    opening: async () => ({ profileKey: await keeper.key(), config: await configure() }),
    onEvent,
    onReady: () => {
      reach('core-ready');
      void simulate();
    },
    now: () => performance.now(),
  });
  return {
    keeper,
    environment,
    nativeBinding,
    vaultIn,
    script,
    rest: core.rest,
    call: async (method, input) => {
      const error = await keeper.refusal();
      return error ? { ok: false, error } : core.call(method, input);
    },
    endpoints,
    close: async () => {
      await core.close();
      await simulator?.close();
    },
  };
}
