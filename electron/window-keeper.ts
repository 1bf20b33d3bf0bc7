import type { BrowserWindow } from 'electron';
import { APP_ORIGIN } from './security/csp.ts';

/** The one window, which may be closed while the work goes on. */
export interface WindowKeeper {
  current(): BrowserWindow | null;
  /** Shows the window, a new one when it was closed; `place` is a view's address within it. */
  show(place?: string): void;
}

export function keepWindow(open: (url: string) => BrowserWindow): WindowKeeper {
  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null => (window?.isDestroyed() === false ? window : null);
  return {
    current,
    show: (place) => {
      const url = `${APP_ORIGIN}/${place ? `#${place}` : ''}`;
      const shown = current();
      if (!shown) {
        window = open(url);
        return;
      }
      // Only the part after the hash differs, so the page stays and its router follows.
      if (place) void shown.loadURL(url).catch(() => {});
      if (shown.isMinimized()) shown.restore();
      shown.show();
      shown.focus();
    },
  };
}
