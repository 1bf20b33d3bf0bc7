import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outsideEndpoints, profileFolder } from './profile.ts';

const app = (isPackaged: boolean) => ({ isPackaged, getPath: () => path.resolve('/home/marie/guichet') });
const own = path.resolve('/home/marie/guichet/profiles/sandbox');

describe('profile folder', () => {
  it('is named by argument, then by environment, then the own one', () => {
    expect(profileFolder(app(false), ['electron', '.', '--profile', '/tmp/p'], { GUICHET_PROFILE: '/tmp/q' })).toBe(path.resolve('/tmp/p'));
    expect(profileFolder(app(false), ['electron', '.', '--profile=/tmp/p'], {})).toBe(path.resolve('/tmp/p'));
    expect(profileFolder(app(false), ['electron', '.'], { GUICHET_PROFILE: '/tmp/q' })).toBe(path.resolve('/tmp/q'));
    expect(profileFolder(app(false), ['electron', '.'], {})).toBe(own);
  });

  it('is another one for each environment; an unknown one is the sandbox', () => {
    const folder = (...more: string[]) => path.basename(profileFolder(app(true), ['guichet', ...more], {}));
    expect(folder('--environment=acceptance')).toBe('acceptance');
    expect(folder('--environment', 'production')).toBe('production');
    const named = { GUICHET_ENVIRONMENT: 'acceptance' };
    expect([false, true].map((isPackaged) => path.basename(profileFolder(app(isPackaged), [], named)))).toEqual(['acceptance', 'sandbox']);
    expect([folder(), folder('--environment'), folder('--environment=prod')]).toEqual(['sandbox', 'sandbox', 'sandbox']);
  });

  it('cannot be named in an installed application, nor can its servers', () => {
    expect(profileFolder(app(true), ['guichet', '--profile', '/tmp/p'], { GUICHET_PROFILE: '/tmp/q' })).toBe(own);
    expect(outsideEndpoints(app(true), { GUICHET_AUTH: 'http://127.0.0.1:1', GUICHET_API: 'http://127.0.0.1:1' })).toBeNull();
  });
});
