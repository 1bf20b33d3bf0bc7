import { randomFillSync } from 'node:crypto';
import type { Random } from '#app/core/ports.ts';

/** Random bytes from a pool, since most requests are for ten or so. */
export function createSystemRandom(): Random {
  const pool = new Uint8Array(4096);
  let used = pool.byteLength;
  return {
    bytes: (length) => {
      if (length > 256) return randomFillSync(new Uint8Array(length));
      if (used + length > pool.byteLength) {
        randomFillSync(pool);
        used = 0;
      }
      const taken = pool.slice(used, used + length);
      pool.fill(0, used, used + length);
      used += length;
      return taken;
    },
  };
}
