import { createHash } from 'node:crypto';

/** A reproducible stream of chance. Streams with different labels are independent, so that adding one thing moves no other. */
export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** Whole number, `min` and `max` included. */
  int(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** `true` with probability `p`. */
  odds(p: number): boolean;
}

const digest = (label: string): Buffer => createHash('sha256').update(label).digest();

/** Small fast counter generator (SplitMix32 mixing), seeded by the hash of its label. */
export function chance(seed: number, label: string): Chance {
  let state = digest(`${seed}/${label}`).readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T,
    odds: (p) => next() < p,
  };
}

/** A version 4 UUID that depends on the seed and the label only. */
export function seededUuid(seed: number, label: string): string {
  const bytes = digest(`${seed}/uuid/${label}`).subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
