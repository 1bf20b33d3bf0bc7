import { GuichetError } from '#shared/domain/errors.ts';

/** Seconds nobody may try after the third wrong secret in a row, the fourth, and so on; the last one for all that follow. */
const PAUSES = [5, 15, 60, 300, 900, 3_600] as const;
/** Wrong ones in a row that cost nothing: people mistype. */
const FREE = 2;

/** Tries since the last right one, and the instant before which there is none, epoch milliseconds. */
export interface Tries {
  readonly failures: number;
  readonly retryAt: number;
}

const pauseAfter = (failures: number): number => (failures <= FREE ? 0 : PAUSES[Math.min(failures - FREE, PAUSES.length) - 1]!);

/** What to write down before a try is judged, so that no number of tries at once gets around the pause. @throws GuichetError `users.pinWait` */
export function nextTry({ failures, retryAt }: Tries, now: number): Tries {
  const wait = Math.ceil((retryAt - now) / 1000);
  // A clock set back must not lock anybody out for longer than the longest pause.
  if (wait > 0 && wait <= PAUSES.at(-1)!) throw new GuichetError('users.pinWait', { params: { seconds: wait } });
  return { failures: failures + 1, retryAt: now + pauseAfter(failures + 1) * 1000 };
}

/** Told with a refusal: tries left before a pause, and the seconds of the pause there is now. */
export const triesLeft = (failures: number): { left: number; seconds: number } => ({
  left: Math.max(0, FREE + 1 - failures),
  seconds: pauseAfter(failures),
});
