/** Rows asked for at once. */
export const WINDOW = 100;

/**
 * The windows that hold these rows, and always the first, which brings the total.
 * @returns window indexes, ascending
 */
export function windowsFor(rows: Iterable<number>): number[] {
  const windows = new Set([0]);
  for (const row of rows) windows.add(Math.floor(Math.max(0, row) / WINDOW));
  return [...windows].sort((a, b) => a - b);
}

/** Where a row stands: its window and its place there. */
export const placeOf = (index: number): { window: number; offset: number } => ({
  window: Math.floor(index / WINDOW),
  offset: index % WINDOW,
});
