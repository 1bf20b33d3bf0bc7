import type { Plan } from './plan.ts';
import type { BackupState } from './state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After a failure it is tried again this much later. */
const AGAIN = HOUR;

type Times = Pick<BackupState, 'folder' | 'enabled' | 'chosenAt' | 'madeAt' | 'triedAt' | 'verifiedAt' | 'verifyTriedAt' | 'problem'>;

/** An instant ahead of the clock tells that the clock was set back: it says nothing. */
const age = (at: number | null, now: number): number => (at === null || at > now ? Number.POSITIVE_INFINITY : now - at);

/** What is to be done by itself now. */
export function dueOf(state: Times, plan: Plan, now: number): 'backup' | 'verify' | null {
  if (state.folder === null || !state.enabled) return null;
  const isDue = (doneAt: number | null, triedAt: number | null, every: number): boolean =>
    age(doneAt, now) >= every && (triedAt === null || triedAt <= (doneAt ?? 0) || age(triedAt, now) >= AGAIN);
  if (isDue(state.madeAt, state.triedAt, plan.everyHours * HOUR)) return 'backup';
  if (state.madeAt !== null && isDue(state.verifiedAt, state.verifyTriedAt, plan.verifyDays * DAY)) return 'verify';
  return null;
}

/** Whether a person should look: a failure that lasts, or nothing made or proven for too long since the folder was chosen. */
export function isStale(state: Times, plan: Plan, now: number): boolean {
  if (state.folder === null || !state.enabled) return false;
  if (state.problem !== null) return true;
  const long = plan.staleDays * DAY;
  const since = age(state.chosenAt, now);
  return Math.min(age(state.madeAt, now), since) >= long || Math.min(age(state.verifiedAt, now), since) >= long;
}
