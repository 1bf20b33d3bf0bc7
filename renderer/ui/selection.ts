/** Rows chosen in a list, by key, with the row a range starts from. */
export interface Selection {
  /** The chosen rows; where `all` is set, the rows left out. */
  readonly keys: ReadonlySet<string>;
  readonly anchor: number | null;
  /** Every row of the list but `keys`, those not loaded too. */
  readonly all: boolean;
}

export const NOTHING_SELECTED: Selection = { keys: new Set(), anchor: null, all: false };
export const ALL_SELECTED: Selection = { keys: new Set(), anchor: null, all: true };

export const isSelected = (selection: Selection, key: string): boolean => selection.keys.has(key) !== selection.all;

/** @param total rows of the whole list */
export const selectedCount = (selection: Selection, total: number): number =>
  selection.all ? Math.max(0, total - selection.keys.size) : selection.keys.size;

/** Chooses or leaves one row and starts the next range there. */
export function toggle(selection: Selection, index: number, key: string): Selection {
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) keys.add(key);
  return { ...selection, keys, anchor: index };
}

/** Adds rows by key, the anchor kept. */
export function include(selection: Selection, added: Iterable<string>): Selection {
  const keys = new Set(selection.keys);
  for (const key of added) {
    if (selection.all) keys.delete(key);
    else keys.add(key);
  }
  return { ...selection, keys };
}

/**
 * Adds all rows from the anchor to `index`.
 * @param keyAt key of a row, `undefined` where the row is not loaded; such rows are left out
 */
export function extend(selection: Selection, index: number, keyAt: (index: number) => string | undefined): Selection {
  const anchor = selection.anchor ?? index;
  const keys: string[] = [];
  for (let row = Math.min(anchor, index); row <= Math.max(anchor, index); row++) {
    const key = keyAt(row);
    if (key !== undefined) keys.push(key);
  }
  return { ...include(selection, keys), anchor };
}
