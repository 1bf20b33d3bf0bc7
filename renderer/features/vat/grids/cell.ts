import type { Cents } from '#shared/domain/cents.ts';
import type { Grid, Severity } from '#shared/vat/types.ts';
import type { Direction } from './grid-layout.ts';
import type { Shortcut } from './shortcuts.ts';
import type { Wrong } from './typed-amount.ts';

/** What the cells ask of the form. One object for all cells and all time, so that a key pressed in one draws only that one again. */
export interface CellActions {
  /** Shows what the return would be with the amount being typed. */
  preview(grid: Grid, amount: Cents | null): void;
  /** The text in the cell says nothing yet, or was thrown away. */
  unpreview(): void;
  keep(grid: Grid, amount: Cents | null): void;
  /** Why the text cannot be taken; `null` when it can. */
  refuse(wrong: Wrong | null): void;
  enter(grid: Grid): void;
  move(grid: Grid, direction: Direction): void;
  shortcut(grid: Grid, shortcut: Shortcut): void;
  /** @returns whether the text was more than one amount and was taken */
  paste(grid: Grid, text: string): boolean;
}

/** What is marked at a grid. Texts instead of findings, so that an equal mark is the same mark. */
export interface CellMark {
  readonly severity: Severity | 'unusual' | 'carried';
  readonly text: string;
}

export interface CellProps {
  readonly grid: Grid;
  readonly amount: Cents | null;
  readonly editable: boolean;
  readonly actions: CellActions;
  readonly severity: CellMark['severity'] | null;
  readonly markText: string | null;
  /** Tax on the bases of the return, where the grid is empty. */
  readonly offer: Cents | null;
}
