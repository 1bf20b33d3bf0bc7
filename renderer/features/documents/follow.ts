export interface PlacedRow {
  readonly index: number;
  readonly id: string;
}

/**
 * Where the active row stands after the list has changed. A row that left hands over to the one after it, else to the one before it, so that
 * working through a list goes on where it was.
 * @param before rows that were loaded before the change, ascending
 * @param indexOf where a row stands now, `null` when it is not there
 * @returns `null` when the list is empty
 */
export function follow(
  before: readonly PlacedRow[],
  active: PlacedRow,
  indexOf: (id: string) => number | null,
  total: number,
): number | null {
  if (total === 0) return null;
  const still = indexOf(active.id);
  if (still !== null) return still;
  for (const row of before) {
    const now = row.index > active.index ? indexOf(row.id) : null;
    if (now !== null) return now;
  }
  for (const row of before.toReversed()) {
    const now = row.index < active.index ? indexOf(row.id) : null;
    if (now !== null) return now;
  }
  return Math.min(active.index, total - 1);
}
