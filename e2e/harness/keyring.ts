import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { eventually } from './wait.ts';

/** A real keychain without a desktop: a bus of its own with GNOME's keyring on it, unlocked, in a folder of its own. */
export interface Keyring {
  /** For the application's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** For its command line: Chromium picks its keychain by the desktop, and there is none. */
  readonly args: readonly string[];
  /** The same folder with another keyring in it, as after a password that an administrator reset. */
  replace(): Promise<void>;
  close(): Promise<void>;
}

const ARGS = ['-r', path.join(import.meta.dirname, 'keyring-switch.cjs')];

export async function openKeyring(): Promise<Keyring> {
  const home = mkdtempSync(path.join(tmpdir(), 'guichet-keyring-'));
  const own = { PATH: process.env.PATH ?? '', HOME: home, XDG_DATA_HOME: path.join(home, 'data'), XDG_RUNTIME_DIR: home };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { env: own, stdio: ['ignore', 'pipe', 'ignore'] });
  const [address] = (await once(createInterface({ input: bus.stdout! }), 'line')) as [string];
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: address };

  const unlock = async (): Promise<ChildProcess> => {
    const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets', '--foreground'], {
      env,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    daemon.stdin!.end('a password of the journeys');
    await eventually(async () => ((await owned(env)) ? true : undefined));
    return daemon;
  };
  let daemon = await unlock();
  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  };
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    args: ARGS,
    replace: async () => {
      await end(daemon);
      rmSync(path.join(home, 'data'), { recursive: true, force: true });
      daemon = await unlock();
    },
    close: async () => {
      await end(daemon);
      await end(bus);
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Whether somebody on the bus keeps secrets. */
async function owned(env: Record<string, string>): Promise<boolean> {
  const asked = spawn(
    'dbus-send',
    [
      ...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
      ...['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    ],
    { env, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let answer = '';
  asked.stdout!.on('data', (chunk) => (answer += chunk));
  await once(asked, 'close');
  return answer.includes('boolean true');
}
