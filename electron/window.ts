import path from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import { reach } from './milestones.ts';
import { lockedPreferences } from './security/preferences.ts';
import type { ThemeMemory } from './theme-memory.ts';
import { readWindowState, visibleBounds, writeWindowState } from './window-state.ts';

/** The page's own surface colours, so that nothing flashes before it paints. */
const surface = (): string => (nativeTheme.shouldUseDarkColors ? '#1a1e23' : '#ffffff');
const USUAL = { width: 1440, height: 900 };

/** Opens the window, hidden until its first paint, where and as it was left. */
export function openWindow(session: Session, profileDir: string, themes: ThemeMemory, url: string): BrowserWindow {
  const state = readWindowState(profileDir);
  const bounds = visibleBounds(
    state.bounds,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...USUAL,
    ...bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Guichet',
    backgroundColor: surface(),
    autoHideMenuBar: true,
    webPreferences: { session, preload: path.join(import.meta.dirname, 'preload.cjs'), ...lockedPreferences(app.isPackaged) },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    reach('window-shown');
  });
  const recolour = (): void => window.setBackgroundColor(surface());
  nativeTheme.on('updated', recolour);
  window.on('close', () => {
    nativeTheme.off('updated', recolour);
    writeWindowState(profileDir, { bounds: window.getNormalBounds(), maximized: window.isMaximized(), theme: themes.current() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(url).catch(() => {});
  reach('window-created');
  return window;
}
