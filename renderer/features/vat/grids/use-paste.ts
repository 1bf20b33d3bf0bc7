import { useCallback, useState } from 'react';
import type { ReturnContent } from '#shared/contract/vat.ts';
import type { Grid } from '#shared/vat/types.ts';
import { withGrid } from '../draft/edits.ts';
import type { Draft } from '../draft/use-draft.ts';
import { ORDER } from './grid-layout.ts';
import { type Pasted, readPaste } from './paste.ts';

export interface PasteDone {
  readonly pasted: Pasted;
  /** The grids as they were. */
  readonly before: ReturnContent['grids'];
}

export interface Pasting {
  readonly done: PasteDone | null;
  /** @returns `false` when there is but one amount, which is the cell's own affair */
  readonly paste: (grid: Grid, text: string, before: ReturnContent['grids']) => boolean;
  readonly undo: () => void;
  readonly close: () => void;
}

/** Many amounts at once from a spreadsheet, with what went where and a way back. */
export function usePaste({ edit }: Pick<Draft, 'edit'>): Pasting {
  const [done, setDone] = useState<PasteDone | null>(null);
  const paste = useCallback(
    (grid: Grid, text: string, before: ReturnContent['grids']): boolean => {
      const pasted = readPaste(text, grid, ORDER);
      if (!pasted) return false;
      if (pasted.taken.length > 0) edit((content) => pasted.taken.reduce((now, one) => withGrid(now, one.grid, one.amount), content));
      setDone({ pasted, before });
      return true;
    },
    [edit],
  );
  const close = useCallback(() => setDone(null), []);
  const undo = useCallback(() => {
    if (!done) return;
    edit((content) => done.pasted.taken.reduce((now, { grid }) => withGrid(now, grid, done.before[grid] ?? null), content));
    setDone(null);
  }, [done, edit]);
  return { done, paste, undo, close };
}
