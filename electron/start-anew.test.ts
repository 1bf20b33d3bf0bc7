import { expect, it } from 'vitest';
import { startAnew } from './start-anew.ts';

it('starts what was started, in sight', () => {
  const seen: unknown[] = [];
  const app = { relaunch: (options: unknown) => void seen.push(options), quit: () => void seen.push('quit') };
  const argv = ['/opt/guichet', '--environment', 'production', '--hidden'];
  startAnew(app, { argv, env: {} });
  startAnew(app, { argv, env: { APPIMAGE: '/home/p/Guichet.AppImage' } });
  const args = ['--environment', 'production'];
  expect(seen).toEqual([{ args }, 'quit', { args, execPath: '/home/p/Guichet.AppImage' }, 'quit']);
});
