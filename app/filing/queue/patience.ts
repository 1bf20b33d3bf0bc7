import type { Random } from '#app/core/ports.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';

/** How long the queue waits between two tries to connect. A try sends no return: it gets a token and asks whether Intervat is there. */
interface Patience {
  /** From this many days before the deadline on. */
  readonly withinDays: number;
  readonly firstMs: number;
  /** The pause doubles with each try up to this. */
  readonly longestMs: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Closer together towards the deadline; documented in docs/filing.md. The first line that fits counts; a deadline that has passed is the last day. */
export const PATIENCE: readonly Patience[] = [
  { withinDays: 0, firstMs: 5 * SECOND, longestMs: MINUTE },
  { withinDays: 2, firstMs: 15 * SECOND, longestMs: 5 * MINUTE },
  { withinDays: Number.POSITIVE_INFINITY, firstMs: 30 * SECOND, longestMs: 20 * MINUTE },
];

/**
 * Milliseconds until the next try, spread by a quarter either way so that offices do not knock together when Intervat comes back.
 * @param attempts tries that failed before this one
 */
export function pauseAfter(attempts: number, due: LocalDate, today: LocalDate, random: Random): number {
  const left = daysBetween(today, due);
  const { firstMs, longestMs } = PATIENCE.find(({ withinDays }) => left <= withinDays)!;
  const share = random.bytes(1)[0]! / 255;
  return Math.round(Math.min(firstMs * 2 ** Math.min(attempts, 30), longestMs) * (0.75 + share / 2));
}
