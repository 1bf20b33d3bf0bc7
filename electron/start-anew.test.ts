import { expect, it } from 'vitest';
import { startAnew } from './start-anew.ts';

it('starts what was started, in sight', () => {
  const seen: unknown[] = [];
  const app = { relaunch: (options: unknown) => void seen.push(options), quit: () => void seen.push('quit') };
  const args = ['--environment', 'production'];
  const argv = ['/opt/guichet', ...args];
  const execPath = '/home/p/Guichet.AppImage';
  startAnew(app, { argv, env: {} });
  startAnew(app, { argv: [...argv, '--hidden'], env: {} });
  startAnew(app, { argv: [...argv, '--hidden'], env: { APPIMAGE: execPath } });
  expect(seen).toEqual([{}, 'quit', { args }, 'quit', { execPath, args }, 'quit']);
});
