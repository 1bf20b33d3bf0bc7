import path from 'node:path';
import type { App } from 'electron';
import { environmentIn } from '#app/core/environment.ts';
import type { Environment } from '#shared/contract/settings.ts';

/** The environment named on the command line; while the application is not packaged, also by `GUICHET_ENVIRONMENT`. */
export function environmentOf(app: Pick<App, 'isPackaged'>, argv: readonly string[], env: NodeJS.ProcessEnv): Environment {
  const named = app.isPackaged ? undefined : env.GUICHET_ENVIRONMENT;
  return environmentIn(named === undefined ? argv : ['--environment', named]);
}

/**
 * Whether a profile's key must be held by a keychain or a passphrase: everywhere but in the sandbox, whose data is invented. While the application is not
 * packaged, `GUICHET_PROTECT=1` asks it of the sandbox too.
 */
export function holdsKeys(app: Pick<App, 'isPackaged'>, environment: Environment, env: NodeJS.ProcessEnv): boolean {
  return environment !== 'sandbox' || (!app.isPackaged && env.GUICHET_PROTECT === '1');
}

/**
 * The folder of the profile: database, archive, key, logs; one for each environment, so that nothing crosses. A folder can be named on the command line or in the environment while the
 * application is not packaged; an installed one always opens its own.
 */
export function profileFolder(app: Pick<App, 'isPackaged' | 'getPath'>, argv: readonly string[], env: NodeJS.ProcessEnv): string {
  const own = path.join(app.getPath('userData'), 'profiles', environmentOf(app, argv, env));
  if (app.isPackaged) return own;
  const at = argv.indexOf('--profile');
  const joined = argv.find((word) => word.startsWith('--profile='))?.slice('--profile='.length);
  const named = joined ?? (at >= 0 ? argv[at + 1] : undefined) ?? env.GUICHET_PROFILE;
  return named ? path.resolve(named) : own;
}

/** Origins of a server to use instead of the embedded simulator; tests and development only. */
export interface Endpoints {
  readonly authBase: string;
  readonly apiBase: string;
  /** Of the simulator; the sandbox only. */
  readonly controlBase?: string | undefined;
  /** MyMinfin as a person sees it; in the sandbox the simulator's own page. */
  readonly portal: string;
}

export function outsideEndpoints(app: Pick<App, 'isPackaged'>, env: NodeJS.ProcessEnv): Endpoints | null {
  if (app.isPackaged || !env.GUICHET_AUTH || !env.GUICHET_API) return null;
  const controlBase = env.GUICHET_CONTROL ?? env.GUICHET_API;
  return { authBase: env.GUICHET_AUTH, apiBase: env.GUICHET_API, controlBase, portal: `${controlBase}/` };
}
