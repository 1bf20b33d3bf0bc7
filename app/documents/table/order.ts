import { LAST_DAY } from './days.ts';

/** `seq`s of documents in the order of a list. */
export type Order = Uint32Array;

/** All documents, the newest first, of equal days the latest come first. One pass to count the days and one to place the rows. */
export function newestFirst(day: Uint16Array, length: number): Order {
  const ends = new Uint32Array(LAST_DAY + 2);
  for (let seq = 1; seq < length; seq++) ends[LAST_DAY - day[seq]! + 1]! += 1;
  const present = length - 1 - (length > 1 ? ends[LAST_DAY + 1]! : 0);
  for (let at = 1; at < ends.length; at++) ends[at]! += ends[at - 1]!;
  const order = new Uint32Array(present);
  for (let seq = length - 1; seq > 0; seq--) {
    const of = day[seq]!;
    if (of !== 0) order[ends[LAST_DAY - of]!++] = seq;
  }
  return order;
}

export function kept(order: Order, mask: Uint8Array): Order {
  const found = new Uint32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const seq = order[at]!;
    found[count] = seq;
    count += mask[seq]!;
  }
  return found.slice(0, count);
}

/**
 * Sorts by small whole numbers, equals staying as they are.
 * @param rankOf by `seq`; below `ranks`
 */
export function byRank(order: Order, rankOf: (seq: number) => number, ranks: number): Order {
  const ends = new Uint32Array(ranks + 1);
  for (let at = 0; at < order.length; at++) ends[rankOf(order[at]!) + 1]! += 1;
  for (let at = 1; at < ends.length; at++) ends[at]! += ends[at - 1]!;
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const seq = order[at]!;
    sorted[ends[rankOf(seq)]!++] = seq;
  }
  return sorted;
}

/** Ranks of any numbers: their position among the different ones; NaN after all others, whichever the direction. */
export function ranksOf(order: Order, value: Float64Array, descending: boolean): { rankOf: (seq: number) => number; ranks: number } {
  const some = new Float64Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const each = value[order[at]!]!;
    if (!Number.isNaN(each)) some[count++] = each;
  }
  const values = some.subarray(0, count).sort();
  let last = 0;
  for (let at = 0; at < count; at++) if (at === 0 || values[at] !== values[last - 1]) values[last++] = values[at]!;
  const different = values;
  const position = (each: number): number => {
    let low = 0;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (different[middle]! < each) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const rankOf = (seq: number): number => {
    const each = value[seq]!;
    if (Number.isNaN(each)) return last;
    const at = position(each);
    return descending ? last - 1 - at : at;
  };
  return { rankOf, ranks: last + 1 };
}
