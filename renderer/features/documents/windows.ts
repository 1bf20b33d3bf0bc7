/** Rows asked for at once. */
export const WINDOW = 200;

/**
 * The windows that cover the visible rows, and always the first, which brings the total.
 * @returns window indexes, ascending
 */
export function windowsFor(first: number, last: number): number[] {
  const from = Math.floor(Math.max(0, first) / WINDOW);
  const until = Math.floor(Math.max(0, last) / WINDOW);
  const shown = Array.from({ length: until - from + 1 }, (_, step) => from + step);
  return from === 0 ? shown : [0, ...shown];
}

/** Where a row stands: its window and its place there. */
export const placeOf = (index: number): { window: number; offset: number } => ({
  window: Math.floor(index / WINDOW),
  offset: index % WINDOW,
});
