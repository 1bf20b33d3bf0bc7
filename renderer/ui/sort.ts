import type { LedgerSort } from './ledger-types.ts';

/** `-modifiedOn` is descending by modifiedOn. */
export const parseSort = (text: string): LedgerSort => ({ by: text.replace(/^-/, ''), descending: text.startsWith('-') });

/** The next sort after a click on a column's heading: the other way round, or the column's first way. */
export function nextSort(current: string, by: string, descendingFirst: ReadonlySet<string>): string {
  const sort = parseSort(current);
  const descending = sort.by === by ? !sort.descending : descendingFirst.has(by);
  return descending ? `-${by}` : by;
}

/** Sorts rows by a value of theirs: texts as people of the country order them, numbers and dates by size, unknown last either way. */
export function sortRows<T>(rows: readonly T[], value: (row: T) => string | number | null, descending: boolean, locale: string): T[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const order = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return [...rows].sort((a, b) => {
    const left = value(a);
    const right = value(b);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return descending ? order(right, left) : order(left, right);
  });
}
