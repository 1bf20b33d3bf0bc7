import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowState {
  readonly bounds?: Bounds | undefined;
  readonly maximized: boolean;
  readonly theme: 'light' | 'dark' | 'auto';
}

const INITIAL: WindowState = { maximized: false, theme: 'auto' };
const THEMES = ['light', 'dark', 'auto'] as const;
const isBounds = (value: Bounds | undefined): value is Bounds =>
  value !== undefined && [value.x, value.y, value.width, value.height].every(Number.isInteger) && value.width >= 480 && value.height >= 360;
const fileIn = (profileDir: string): string => path.join(profileDir, 'window.json');

/**
 * What the window remembers between two runs. Read before the first paint, so it must not wait for the core, nor for the schema library:
 * its few fields are checked by hand.
 */
export function readWindowState(profileDir: string): WindowState {
  try {
    const read = JSON.parse(readFileSync(fileIn(profileDir), 'utf8')) as Partial<WindowState>;
    return {
      maximized: read.maximized === true,
      theme: THEMES.find((theme) => theme === read.theme) ?? INITIAL.theme,
      ...(isBounds(read.bounds) ? { bounds: read.bounds } : {}),
    };
  } catch {
    return INITIAL;
  }
}

export function writeWindowState(profileDir: string, state: WindowState): void {
  try {
    mkdirSync(profileDir, { recursive: true });
    writeFileSync(fileIn(profileDir), JSON.stringify(state));
  } catch {
    // A window that opens at its usual place next time is not worth a message.
  }
}

/** The remembered bounds when enough of the title bar is on a screen to be grabbed; a screen may have been unplugged. */
export function visibleBounds(bounds: Bounds | undefined, screens: readonly Bounds[]): Bounds | undefined {
  if (!bounds) return undefined;
  const grab = { x: bounds.x + 40, y: bounds.y + 8, right: bounds.x + bounds.width - 40 };
  const seen = screens.some(({ x, y, width, height }) => grab.right > x && grab.x < x + width && grab.y >= y && grab.y < y + height);
  return seen ? bounds : undefined;
}
