import { scrypt, timingSafeEqual } from 'node:crypto';
import type { Clock } from '#app/core/ports.ts';

/** A PIN as it is kept: scrypt (RFC 7914) with r = 8, p = 1 and a cost that takes this machine long enough. */
export interface PinHash {
  readonly salt: Uint8Array;
  /** N, a power of two. */
  readonly cost: number;
  readonly hash: Uint8Array;
}

/** The least is what is recommended for interactive use; the most needs 128 MB for a moment. */
const LEAST_COST = 2 ** 14;
const MOST_COST = 2 ** 17;
/** One try shall take at least this long on the machine the PIN was set on. */
const TARGET_MS = 150;
const BLOCK = 8;

const derive = (pin: string, salt: Uint8Array, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Twice what the algorithm needs, since its own limit counts a little more than the table.
    const options = { N: cost, r: BLOCK, p: 1, maxmem: 2 * 128 * cost * BLOCK };
    scrypt(pin, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** @param salt 16 random bytes of this user's own */
export async function hashPin(pin: string, salt: Uint8Array, clock: Clock): Promise<PinHash> {
  const at = (): number => clock.elapsed?.() ?? clock.now();
  for (let cost = LEAST_COST; ; cost *= 2) {
    const began = at();
    const hash = await derive(pin, salt, cost);
    if (at() - began >= TARGET_MS || cost >= MOST_COST) return { salt, cost, hash };
  }
}

export async function isPin(pin: string, { salt, cost, hash }: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, salt, cost), hash);
}
