import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  /** The header is for readers of the screen only. */
  readonly headless?: boolean;
  /** Track of a CSS grid: `96px`, `minmax(0, 1fr)`. */
  readonly width: string;
  /** Least width of a growing track in px; below the sum of all, the list scrolls sideways. */
  readonly min?: number;
  readonly align?: 'end';
  readonly sortable?: boolean;
  /** Numbers or dates that stand under each other. */
  readonly figures?: boolean;
  /** Takes the emphasis of the row. */
  readonly main?: boolean;
  readonly cell: (row: T) => ReactNode;
}

export interface LedgerSort {
  readonly by: string;
  readonly descending: boolean;
}
