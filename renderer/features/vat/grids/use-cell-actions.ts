import { type RefObject, useMemo, useRef } from 'react';
import type { Grid } from '#shared/vat/types.ts';
import { withGrid } from '../draft/edits.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { CellActions } from './cell.ts';
import { neighbour } from './grid-layout.ts';
import type { Shortcut } from './shortcuts.ts';
import type { Wrong } from './typed-amount.ts';

export interface CellOutside {
  readonly form: RefObject<HTMLElement | null>;
  readonly draft: Draft;
  readonly onEnter: (grid: Grid) => void;
  readonly onRefuse: (wrong: Wrong | null) => void;
  readonly onShortcut: (shortcut: Shortcut, grid: Grid | null) => void;
  readonly onPaste: (grid: Grid, text: string) => boolean;
  /** Down from the last grid. */
  readonly onEnd: () => void;
}

export const focusGrid = (form: HTMLElement | null, grid: Grid): void =>
  form?.querySelector<HTMLInputElement>(`[data-grid="${grid}"]:is(input)`)?.focus();

/** The one object the cells act through; it stays the same while everything around it changes. */
export function useCellActions(outside: CellOutside): CellActions {
  const latest = useRef(outside);
  latest.current = outside;
  return useMemo(
    () => ({
      preview: (grid, amount) => latest.current.draft.preview((content) => withGrid(content, grid, amount)),
      unpreview: () => latest.current.draft.preview(null),
      keep: (grid, amount) => {
        latest.current.onRefuse(null);
        latest.current.draft.keepGrid(grid, amount);
      },
      refuse: (wrong) => latest.current.onRefuse(wrong),
      enter: (grid) => latest.current.onEnter(grid),
      move: (grid, direction) => {
        const next = neighbour(grid, direction);
        if (next) focusGrid(latest.current.form.current, next);
        else if (direction === 'down') latest.current.onEnd();
      },
      shortcut: (grid, shortcut) => latest.current.onShortcut(shortcut, grid),
      paste: (grid, text) => latest.current.onPaste(grid, text),
    }),
    [],
  );
}
