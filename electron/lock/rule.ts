import type { Settings } from '#shared/contract/settings.ts';

export type Wish = Pick<Settings, 'lockAfter' | 'lockWithSystem'>;

/** What the machine tells of the person at it. */
export interface Look {
  /** Since the last key or movement, in any program. */
  readonly idleSeconds: number;
  readonly screenLocked: boolean;
}

/** Not every system tells that its screen was locked; then it is seen. */
const LOOK_SECONDS = 15;

/** Why Guichet is to be locked now. `before`: the look before this one; a screen that stays locked is told once. */
export function lockCause({ lockAfter, lockWithSystem }: Wish, before: Look | null, now: Look): 'idle' | 'screen' | null {
  if (lockWithSystem && now.screenLocked && !before?.screenLocked) return 'screen';
  return lockAfter > 0 && now.idleSeconds >= lockAfter * 60 ? 'idle' : null;
}

/** When to look again: in time for the minutes to be full. `null`: nobody wants it. */
export function secondsToLook({ lockAfter, lockWithSystem }: Wish, idleSeconds: number): number | null {
  if (lockAfter === 0) return lockWithSystem ? LOOK_SECONDS : null;
  const left = lockAfter * 60 - idleSeconds;
  return left > 0 ? Math.min(left, LOOK_SECONDS) : LOOK_SECONDS;
}

/** A machine that sleeps has nobody at it; but what wakes it is a hand. */
export const sleptTooLong = ({ lockAfter }: Wish, sleptMs: number): boolean => lockAfter > 0 && sleptMs >= lockAfter * 60_000;
