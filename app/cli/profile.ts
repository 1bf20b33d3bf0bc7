import { homedir } from 'node:os';
import path from 'node:path';
import type { Environment } from '#shared/contract/settings.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The folder the window keeps its data in, by platform. */
function dataFolder(env: Env, platform: string, home: string): string {
  if (platform === 'win32') return path.join(env.APPDATA ?? path.join(home, 'AppData', 'Roaming'), 'guichet');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'guichet');
  return path.join(env.XDG_CONFIG_HOME ?? path.join(home, '.config'), 'guichet');
}

/** The profile named on the command line or in the process's environment, else the one that the window opens too. */
export function profileFolder(
  named: string | undefined,
  environment: Environment = 'sandbox',
  env: Env = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  const folder = named ?? env.GUICHET_PROFILE;
  return folder ? path.resolve(folder) : path.join(dataFolder(env, platform, home), 'profiles', environment);
}
