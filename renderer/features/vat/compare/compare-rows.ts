import type { Comparison } from '#shared/contract/vat-help.ts';
import { type Cents, cents } from '#shared/domain/cents.ts';
import { withBalance } from '#shared/vat/balance.ts';
import { GRID_CODES, type Grid, type GridAmounts } from '#shared/vat/types.ts';

export interface CompareRow {
  readonly grid: Grid;
  readonly now: Cents | null;
  readonly previous: Cents | null;
  readonly lastYear: Cents | null;
  readonly average: Cents | null;
  /** Change from the average in per cent, whole; `null` where there is nothing to compare with. */
  readonly change: number | null;
}

/** One line for each grid that holds an amount now or held one then, 71 and 72 last. */
export function compareRows(grids: GridAmounts, { previous, lastYear, average }: Comparison): CompareRow[] {
  const now = withBalance(grids);
  const of = (amounts: GridAmounts | undefined, grid: Grid): Cents | null => amounts?.[grid] ?? null;
  return GRID_CODES.flatMap((grid): CompareRow[] => {
    const row = {
      grid,
      now: of(now, grid),
      previous: of(previous?.grids as GridAmounts | undefined, grid),
      lastYear: of(lastYear?.grids as GridAmounts | undefined, grid),
      average: of(average?.grids as GridAmounts | undefined, grid),
    };
    if (!row.now && !row.previous && !row.lastYear && !row.average) return [];
    const change = row.average ? Math.round((((row.now ?? 0) - row.average) / Math.abs(row.average)) * 100) : null;
    return [{ ...row, change }];
  });
}

export interface Point {
  readonly periodKey: string;
  readonly amount: Cents;
}

/** A grid through the past, absent as zero; the balance as 71 above and 72 below zero. */
export function through(history: Comparison['history'], grid: Grid | 'balance'): Point[] {
  return history.map(({ periodKey, grids }) => ({
    periodKey,
    amount: grid === 'balance' ? cents((grids['71'] ?? 0) - (grids['72'] ?? 0)) : ((grids[grid] ?? 0) as Cents),
  }));
}
