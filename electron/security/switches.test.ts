import { describe, expect, it } from 'vitest';
import { DENIED, dropSwitches } from './switches.ts';

function startedWith(isPackaged: boolean, ...names: string[]) {
  const switches = new Set(names);
  const commandLine = { hasSwitch: (name: string) => switches.has(name), removeSwitch: (name: string) => void switches.delete(name) };
  return { app: { isPackaged, commandLine }, left: () => [...switches] };
}

describe('switches of Chromium', () => {
  it('that open the window to others are forgotten in an installed application, and no others', () => {
    const { app, left } = startedWith(true, ...DENIED, 'lang');
    expect(dropSwitches(app, false)).toEqual([...DENIED]);
    expect(left()).toEqual(['lang']);
  });

  it('stay in development, and where the debugger that is shipped off is on', () => {
    for (const [isPackaged, inspected] of [
      [false, false],
      [true, true],
    ] as const) {
      const { app, left } = startedWith(isPackaged, 'remote-debugging-port');
      expect(dropSwitches(app, inspected)).toEqual([]);
      expect(left()).toEqual(['remote-debugging-port']);
    }
  });
});
