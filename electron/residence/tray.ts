import { Menu, Tray } from 'electron';
import type { Translator } from '#shared/i18n/translator.ts';
import { trayIcon } from './icon.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly sync: () => void;
  readonly quit: () => void;
}

export interface Mark {
  /** What is told beside the clock. @param said when the last whole sync was, or that Guichet is locked */
  tell(t: Translator, said: string): void;
  remove(): void;
}

/** The mark beside the clock. A desktop without such a place answers `null`; a second start opens the window there. */
export function createMark({ open, sync, quit }: TrayActions): Mark | null {
  let tray: Tray;
  try {
    tray = new Tray(trayIcon());
  } catch {
    return null;
  }
  tray.on('click', open);
  return {
    tell: (t, said) => {
      tray.setToolTip(`Guichet · ${said}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: t('residence.open'), click: open },
          { label: t('residence.sync'), click: sync },
          { type: 'separator' },
          { label: said, enabled: false },
          { type: 'separator' },
          { label: t('residence.quit'), click: quit },
        ]),
      );
    },
    remove: () => tray.destroy(),
  };
}
