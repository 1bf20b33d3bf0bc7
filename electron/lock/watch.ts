import { powerMonitor } from 'electron';
import type { TopicEvent } from '#shared/contract/events.ts';
import type { Ask } from '../workers/ask.ts';
import { type Look, lockCause, secondsToLook, sleptTooLong, type Wish } from './rule.ts';

export interface LockWatch {
  /** The core changed something. */
  hear(event: Pick<TopicEvent, 'topic'>): void;
  stop(): void;
}

const NOTHING: Wish = { lockAfter: 0, lockWithSystem: false };

/** Tells the core when the machine was left alone, sleeps or has its screen locked, as far as the settings want it. @param now wall clock, ms */
export function watchForLock(ask: Ask, now: () => number): LockWatch {
  let wish = NOTHING;
  let before: Look | null = null;
  let timer: NodeJS.Timeout | undefined;
  let asleepAt: number | null = null;
  const tell = (cause: 'idle' | 'screen' | 'sleep'): void => void ask('lock.notice', { cause }).catch(() => {});

  const look = (): void => {
    clearTimeout(timer);
    if (secondsToLook(wish, 0) === null) return;
    const idleSeconds = powerMonitor.getSystemIdleTime();
    const seen: Look = { idleSeconds, screenLocked: wish.lockWithSystem && powerMonitor.getSystemIdleState(1) === 'locked' };
    const cause = lockCause(wish, before, seen);
    before = seen;
    if (cause) tell(cause);
    timer = setTimeout(look, (secondsToLook(wish, idleSeconds) ?? 0) * 1000);
  };
  const settle = async (): Promise<void> => {
    wish = await ask('settings.get', {});
    look();
  };
  const quietly = (work: Promise<void>): void => void work.catch(() => {});

  const screen = (): void => {
    if (wish.lockWithSystem) tell('screen');
  };
  const asleep = (): void => {
    asleepAt = now();
    if (wish.lockWithSystem) tell('sleep');
  };
  const awake = (): void => {
    if (asleepAt !== null && sleptTooLong(wish, now() - asleepAt)) tell('sleep');
    asleepAt = null;
    look();
  };
  powerMonitor.on('lock-screen', screen);
  powerMonitor.on('suspend', asleep);
  powerMonitor.on('resume', awake);
  quietly(settle());
  return {
    hear: ({ topic }) => {
      // A profile that was sealed has no settings before it is opened.
      if (topic === 'settings' || topic === 'vault') quietly(settle());
    },
    stop: () => {
      clearTimeout(timer);
      powerMonitor.off('lock-screen', screen);
      powerMonitor.off('suspend', asleep);
      powerMonitor.off('resume', awake);
    },
  };
}
