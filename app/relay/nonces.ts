import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long an installation has to sign what it was given. */
export const NONCE_LIFE_MS = 2 * 60_000;

export interface Nonces {
  make(): string;
  isOurs(nonce: string): boolean;
}

/**
 * Nonces that need no memory: their end and a keyed hash of it. One may be used twice within its two minutes, which is harmless: what a
 * proof asks for is the same the second time.
 * @param key 32 bytes, the same for all processes of one relay
 */
export function createNonces(key: Uint8Array, now: () => number, random: (length: number) => Uint8Array): Nonces {
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    make: () => {
      const text = `${(now() + NONCE_LIFE_MS).toString(36)}.${Buffer.from(random(12)).toString('base64url')}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    isOurs: (nonce) => {
      const [end = '', salt = '', mark = ''] = nonce.split('.');
      const given = Buffer.from(mark, 'base64url');
      const wanted = sign(`${end}.${salt}`);
      if (given.byteLength !== wanted.byteLength || !timingSafeEqual(given, wanted)) return false;
      const at = Number.parseInt(end, 36);
      return Number.isFinite(at) && at >= now();
    },
  };
}
