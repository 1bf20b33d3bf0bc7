import { spawn } from 'node:child_process';
import { which } from '../setup/command.mjs';
import { SetupError } from '../setup/say.mjs';

const SCREEN = '1600x1000x24';

/** Whether a window can be shown to a person here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs `work(env)` with a screen that only memory sees; the X server picks a free number and ends with the work. */
export async function withVirtualDisplay(work) {
  if (process.platform !== 'linux') return work({});
  const program = which('Xvfb');
  if (!program) throw new SetupError('there is no Xvfb', 'sudo apt-get install -y xvfb');
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => server.kill();
  process.once('exit', stop);
  try {
    const number = await displayNumber(server);
    return await work({ DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' });
  } finally {
    stop();
    process.off('exit', stop);
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new SetupError(`Xvfb ended with ${code}`, 'check that /tmp is writable and run again.')));
  });
}
