import { Notification } from 'electron';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Ask } from '../workers/ask.ts';
import { noticePlace, noticeText } from './words.ts';

/** Events come in swarms while a sync runs; notices are asked for once after them. */
const QUIET_MS = 4_000;

export interface Notices {
  /** Something changed that may be worth telling. */
  poke(): void;
  /** Takes back what is still shown: it names clients, and a lock that falls would leave it standing. */
  withdraw(): void;
  stop(): void;
}

/** Tells by system notifications what a person should know although the window may be closed. */
export function createNotices(ask: Ask, wanted: () => Translator | null, open: (place: string) => void): Notices {
  let timer: NodeJS.Timeout | null = null;
  // Held until it goes: a collected notification no longer hears its click.
  const shown = new Set<Notification>();

  const tell = async (): Promise<void> => {
    const t = wanted();
    if (!t || !Notification.isSupported()) return;
    const { notices } = await ask('sync.notices', {});
    for (const notice of notices) {
      const notification = new Notification({ ...noticeText(t, notice), urgency: notice.kind === 'demand' ? 'critical' : 'normal' });
      shown.add(notification);
      notification.on('click', () => open(noticePlace(notice)));
      notification.on('close', () => shown.delete(notification));
      notification.show();
    }
  };

  return {
    poke: () => {
      timer ??= setTimeout(() => {
        timer = null;
        // A core that is closing has nothing to tell.
        void tell().catch(() => {});
      }, QUIET_MS);
    },
    withdraw: () => {
      for (const notification of shown) notification.close();
      shown.clear();
    },
    stop: () => {
      if (timer) clearTimeout(timer);
    },
  };
}
