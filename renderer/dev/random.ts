import { type EnterpriseNumber, isEnterpriseNumber } from '#shared/domain/enterprise-number.ts';

/** A small seeded generator, so that the double shows the same each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export const idOf = (kind: number, index: number): string =>
  `018f${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

/** An enterprise number with right check digits in a range that is not issued. */
export function numberOf(index: number): EnterpriseNumber {
  const eight = String(1_000_001 + index).padStart(8, '0');
  const number = eight + String(97 - (Number(eight) % 97)).padStart(2, '0');
  if (!isEnterpriseNumber(number)) throw new RangeError(number);
  return number;
}
