import path from 'node:path';
import { finishSwap } from '#app/backup/swap.ts';
import { type App, createApp } from '#app/core/app.ts';
import { originsOf, withVendor } from '#app/core/environment.ts';
import type { ThreadName } from '#app/core/ports.ts';
import { accountName } from '#app/platform/node/account.ts';
import { nodeFiles } from '#app/platform/node/files.ts';
import { systemClock } from '#app/platform/node/machine-time.ts';
import { createNodePorts } from '#app/platform/node/ports.ts';
import type { QuotaProfile } from '#shared/contract/settings.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { CommonArguments } from './arguments.ts';
import { type Endpoints, namedEndpoints } from './endpoints.ts';
import { makeFolder } from './files.ts';
import { openKey } from './open-key.ts';
import { profileFolder } from './profile.ts';
import type { VerbContext } from './verb.ts';
import { VERSION } from './version.ts';

const SEED = 1;
const threads = (name: ThreadName): URL => new URL(`../platform/node/${name}-worker.ts`, import.meta.url);

export interface Session {
  readonly app: App;
  readonly profileDir: string;
}

/** The profile's own simulator: the one that runs already, in the window or another verb, else one for as long as the verb runs. */
async function embedded(profileDir: string): Promise<{ endpoints: Endpoints; stop(): Promise<void> }> {
  const { shareSimulator } = await import('#app/simulator/index.ts');
  const simulator = await shareSimulator({ seed: SEED, quota: 'off', stateFile: path.join(profileDir, 'simulator.json') });
  const { authBase, apiBase, origin } = simulator;
  return { endpoints: { authBase, apiBase, controlBase: origin }, stop: () => simulator.close() };
}

/**
 * Opens the profile, does the work and closes it, whatever happens. A profile that a passphrase holds has it asked for.
 * @throws GuichetError `cli.host`, `cli.profile`, `vendor.*`, `vault.*`, `db.*` when the profile cannot be opened
 */
export async function withSession<T>(
  asked: Pick<VerbContext, 'io' | 't'>,
  args: CommonArguments & { readonly quota?: QuotaProfile | undefined },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const named = namedEndpoints(args.auth, args.api);
  const { environment, quota } = args;
  const profileDir = profileFolder(args.profile, environment);
  await makeFolder(profileDir).catch((cause: unknown) => {
    throw new GuichetError('cli.profile', { params: { folder: profileDir }, cause });
  });
  await finishSwap({ files: nodeFiles, profileDir, clock: systemClock });
  const own = named || environment !== 'sandbox' ? null : await embedded(profileDir);
  try {
    const endpoints = named ?? own?.endpoints ?? { authBase: '', apiBase: '' };
    const config = await withVendor({ profileDir, environment, ...endpoints, quota, version: VERSION, resume: false }, nodeFiles);
    const key = await openKey(asked, profileDir, environment);
    const vault = { profileKey: async () => key };
    const ports = createNodePorts({ profileDir, origins: originsOf(config), threads, account: accountName, vault });
    const app = await createApp(config, ports);
    try {
      return await work({ app, profileDir });
    } finally {
      await app.close();
    }
  } finally {
    await own?.stop();
  }
}
