import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';

/** Told to a start at login: work beside the clock, without a window. */
export const HIDDEN = '--hidden';

type LoginApp = Pick<App, 'isPackaged' | 'getPath' | 'getAppPath' | 'setLoginItemSettings'>;

/** Exec line of the desktop entry specification: arguments quoted, its special characters escaped. */
export const execLine = (words: readonly string[]): string => words.map((word) => `"${word.replace(/(["`$\\])/g, '\\$1')}"`).join(' ');

/** Has the system start Guichet when the user logs in, or no longer. */
export function setStartAtLogin(app: LoginApp, wanted: boolean, platform: NodeJS.Platform = process.platform): void {
  const args = [...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN];
  if (platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, args });
    return;
  }
  const file = path.join(app.getPath('appData'), 'autostart', 'guichet.desktop');
  if (!wanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `[Desktop Entry]\nType=Application\nName=Guichet\nExec=${execLine([process.execPath, ...args])}\nTerminal=false\n`);
}
