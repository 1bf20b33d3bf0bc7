import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { execLine, setStartAtLogin } from './login.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guichet-login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const appAt = (calls: unknown[]) => ({
  isPackaged: false,
  getPath: () => folder,
  getAppPath: () => '/opt/a "guichet"',
  setLoginItemSettings: (settings: unknown) => calls.push(settings),
});

it('writes and removes the entry that a Linux desktop starts, its words quoted', () => {
  const file = path.join(folder, 'autostart', 'guichet.desktop');
  setStartAtLogin(appAt([]), true, 'linux');
  expect(readFileSync(file, 'utf8')).toContain('"/opt/a \\"guichet\\"" "--hidden"');
  setStartAtLogin(appAt([]), false, 'linux');
  expect(existsSync(file)).toBe(false);
  setStartAtLogin(appAt([]), false, 'linux');
});

it('asks Windows and macOS for a start without a window', () => {
  const calls: unknown[] = [];
  setStartAtLogin(appAt(calls), true, 'win32');
  expect(calls).toEqual([{ openAtLogin: true, args: ['/opt/a "guichet"', '--hidden'] }]);
});

it('escapes what a desktop entry would read as its own', () => {
  expect(execLine(['a$b`c\\d'])).toBe('"a\\$b\\`c\\\\d"');
});
