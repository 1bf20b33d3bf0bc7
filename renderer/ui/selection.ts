/** Rows chosen in a list, by key, with the row a range starts from. */
export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly anchor: number | null;
}

export const NOTHING_SELECTED: Selection = { keys: new Set(), anchor: null };

/** Chooses or leaves one row and starts the next range there. */
export function toggle(selection: Selection, index: number, key: string): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { keys, anchor: index };
}

/**
 * Adds all rows from the anchor to `index`.
 * @param keyAt key of a row, `undefined` where the row is not loaded; such rows are left out
 */
export function extend(selection: Selection, index: number, keyAt: (index: number) => string | undefined): Selection {
  const anchor = selection.anchor ?? index;
  const keys = new Set(selection.keys);
  for (let row = Math.min(anchor, index); row <= Math.max(anchor, index); row++) {
    const key = keyAt(row);
    if (key !== undefined) keys.add(key);
  }
  return { keys, anchor };
}
