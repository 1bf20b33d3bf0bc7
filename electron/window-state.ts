import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const zWindowState = z.object({
  bounds: z
    .object({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(480), height: z.number().int().min(360) })
    .optional(),
  maximized: z.boolean(),
  theme: z.enum(['light', 'dark', 'auto']),
});
export type WindowState = z.infer<typeof zWindowState>;
export type Bounds = NonNullable<WindowState['bounds']>;

const INITIAL: WindowState = { maximized: false, theme: 'auto' };
const fileIn = (profileDir: string): string => path.join(profileDir, 'window.json');

/** What the window remembers between two runs. Read before the first paint, so it must not wait for the core. */
export function readWindowState(profileDir: string): WindowState {
  try {
    return zWindowState.parse(JSON.parse(readFileSync(fileIn(profileDir), 'utf8')));
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
