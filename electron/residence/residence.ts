import { app } from 'electron';
import type { TopicEvent } from '#shared/contract/events.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { createTranslator, type Translator } from '#shared/i18n/translator.ts';
import { watchForLock } from '../lock/watch.ts';
import type { Ask } from '../workers/ask.ts';
import { setStartAtLogin } from './login.ts';
import { createNotices } from './notices.ts';
import { createMark, type Mark } from './tray.ts';
import { watchWakes } from './wakes.ts';
import { lastSuccessText } from './words.ts';

export interface Residence {
  /** Whether Guichet goes on without a window. */
  stays(): boolean;
  /** When the settings have been followed for the first time. */
  readonly settled: Promise<void>;
  /** The core changed something. */
  hear(event: Pick<TopicEvent, 'topic'>): void;
  close(): void;
}

type Wanted = Pick<Settings, 'locale' | 'keepInTray' | 'startAtLogin' | 'notify'>;

/** What Guichet is beyond its window: the mark beside the clock, the start at login, notifications, waking with the machine. */
export function createResidence(ask: Ask, open: (place?: string) => void): Residence {
  let wanted: Wanted | null = null;
  let t: Translator = createTranslator('fr');
  let mark: Mark | null = null;
  const notices = createNotices(
    ask,
    () => (wanted?.notify ? t : null),
    (place) => open(place),
  );
  // A deadline comes nearer although nothing happens.
  const stopWakes = watchWakes(ask, notices.poke);
  const lock = watchForLock(ask, Date.now);

  /** What to do instead where the lock refuses. */
  const behindLock =
    <T>(instead: () => T) =>
    (error: unknown): T => {
      if (toErrorShape(error).code === 'lock.locked') return instead();
      throw error;
    };
  // Whoever gives orders behind the lock is asked who they are.
  const sync = async (): Promise<void> => void (await ask('sync.start', {}).catch(behindLock(open)));
  const lastSuccess = async (): Promise<string> => lastSuccessText(t, (await ask('sync.status', {})).lastSuccess);
  const show = async (): Promise<void> => {
    if (!wanted?.keepInTray) return;
    mark ??= createMark({ open: () => open(), sync: () => quietly(sync()), quit: () => app.quit() });
    const said = await lastSuccess().catch(behindLock(() => t('lock.tray')));
    mark?.tell(t, said);
  };

  const settle = async (): Promise<void> => {
    const next = await ask('settings.get', {});
    if (wanted?.locale !== next.locale) t = createTranslator(next.locale);
    // The system is asked only when somebody changes it: at a start it is as it was left.
    if (wanted && wanted.startAtLogin !== next.startAtLogin) setStartAtLogin(app, next.startAtLogin);
    wanted = next;
    if (!next.keepInTray) {
      mark?.remove();
      mark = null;
    }
    await show();
  };
  const quietly = (work: Promise<void>): void => void work.catch(() => {});

  const settled = settle().catch(() => {});
  return {
    settled,
    stays: () => wanted?.keepInTray === true && mark !== null,
    hear: ({ topic }) => {
      lock.hear({ topic });
      if (topic === 'settings' || topic === 'vault') quietly(settle());
      if (topic === 'lock') notices.withdraw();
      if (topic === 'clients' || topic === 'lock') quietly(show());
      if (topic === 'documents' || topic === 'sync' || topic === 'identity') notices.poke();
    },
    close: () => {
      stopWakes();
      lock.stop();
      notices.stop();
      mark?.remove();
    },
  };
}
