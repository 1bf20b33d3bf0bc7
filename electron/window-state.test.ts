import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readWindowState, visibleBounds, type WindowState, writeWindowState } from './window-state.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'guichet-window-'));
afterEach(() => rmSync(path.join(folder, 'window.json'), { force: true }));

describe('window state', () => {
  const state: WindowState = { bounds: { x: 10, y: 20, width: 1200, height: 800 }, maximized: true, theme: 'dark' };

  it('comes back as it was left', () => {
    writeWindowState(folder, state);
    expect(readWindowState(folder)).toEqual(state);
  });

  it.each(['{"bounds":', '{"bounds":{"x":"left"},"maximized":1,"theme":"blue"}', '{"bounds":null}', '[]', 'null'])(
    'starts afresh from a damaged file %s',
    (text) => {
      writeFileSync(path.join(folder, 'window.json'), text);
      expect(readWindowState(folder)).toEqual({ maximized: false, theme: 'auto' });
    },
  );
});

describe('bounds', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  const bounds = { x: 2000, y: 100, width: 1200, height: 800 };

  it('are kept while their title bar is on a screen', () => {
    expect(visibleBounds(bounds, [screen, { x: 1920, y: 0, width: 1920, height: 1080 }])).toEqual(bounds);
    expect(visibleBounds(bounds, [screen])).toBeUndefined();
    expect(visibleBounds({ ...bounds, x: -1180 }, [screen])).toBeUndefined();
    expect(visibleBounds(undefined, [screen])).toBeUndefined();
  });
});
