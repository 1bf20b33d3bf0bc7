import { Menu, Tray } from 'electron';
import type { Translator } from '#shared/i18n/translator.ts';
import { trayIcon } from './icon.ts';
import { lastSuccessText } from './words.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly sync: () => void;
  readonly quit: () => void;
}

export interface Mark {
  /** What is told beside the clock. @param lastSuccess instant of the last whole sync, `null` when never */
  tell(t: Translator, lastSuccess: string | null): void;
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
    tell: (t, lastSuccess) => {
      const said = lastSuccessText(t, lastSuccess);
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
