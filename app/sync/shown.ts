/** A window that was closed or left alone says nothing more; what it showed last is then as urgent as the rest. */
const FORGOTTEN_MS = 15 * 60_000;

export interface Shown {
  /** What is on the screen now instead of before. @returns ids whose place in the queue changes */
  replace(ids: readonly string[]): readonly string[];
  ids(): ReadonlySet<string>;
}

export function createShown(now: () => number): Shown {
  let shown: ReadonlySet<string> = new Set();
  let at = 0;
  const live = (): ReadonlySet<string> => (Math.abs(now() - at) < FORGOTTEN_MS ? shown : new Set());
  return {
    replace: (ids) => {
      const before = shown;
      shown = new Set(ids);
      at = now();
      return [...before].filter((id) => !shown.has(id)).concat(ids.filter((id) => !before.has(id)));
    },
    ids: live,
  };
}
