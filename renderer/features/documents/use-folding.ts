import { useCallback, useState } from 'react';
import type { Rows } from './use-rows.ts';
import { sectionKey } from './use-sections.ts';

export interface Folding {
  readonly folded: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  /** Folds the section of a row; answers the row to go to, `null` when there is none or nothing to fold. */
  readonly foldAt: (rows: Rows, row: number) => number | null;
  readonly unfold: () => void;
}

/** Which sections are folded away. */
export function useFolding(): Folding {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setFolded((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  }, []);
  const foldAt = useCallback((rows: Rows, row: number): number | null => {
    let end = 0;
    for (const section of rows.sections ?? []) {
      end += section.count;
      if (row >= end) continue;
      setFolded((now) => new Set([...now, sectionKey(section)]));
      return end < rows.total ? end : null;
    }
    return null;
  }, []);
  const unfold = useCallback(() => setFolded(new Set()), []);
  return { folded, toggle, foldAt, unfold };
}
