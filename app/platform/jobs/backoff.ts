import type { Random } from '#app/core/ports.ts';

const FIRST_MS = 2000;
const LONGEST_MS = 5 * 60_000;

/** Doubles with each attempt, spread by a quarter either way so that clients of one office do not knock together. */
export function backoff(attempts: number, random: Random): number {
  const base = Math.min(FIRST_MS * 2 ** attempts, LONGEST_MS);
  const share = random.bytes(1)[0]! / 255;
  return Math.round(base * (0.75 + share / 2));
}
