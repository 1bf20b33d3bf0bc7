import type { ReturnContent, ReturnView } from '#shared/contract/vat.ts';
import type { Cents } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { type TaxGrid, taxFromBase } from '#shared/vat/tax-from-base.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { withGrid } from '../draft/edits.ts';
import { live } from '../draft/live.ts';

export interface Remedy {
  readonly grid: Grid;
  readonly amount: Cents;
}

/** The tax each warning judges. */
const JUDGED: Readonly<Record<string, TaxGrid>> = {
  W_TVA_GRID_54O_INCORRECT_VALUE: '54',
  W_TVA_GRID_55_INCORRECT_VALUE: '55',
  W_TVA_GRID_55_INCORRECT_VALUE_2: '55',
  W_TVA_GRID_55_INCORRECT_VALUE_3: '55',
  W_TVA_GRID_5657_INCORRECT_VALUE: '56',
  W_TVA_GRID_59_INCORRECT_VALUE: '59',
  W_TVA_GRID_64_INCORRECT_VALUE: '64',
};

/**
 * The one amount that plainly answers a warning: the tax on the bases as they stand, when with it the warning falls silent and no other
 * speaks up. Offered, never taken by itself.
 */
export function remedyFor(id: string, view: ReturnView, content: ReturnContent, grids: GridAmounts, today: LocalDate): Remedy | null {
  const grid = JUDGED[id];
  if (!grid) return null;
  // A correction of a former return has its base in 01 to 03 and its tax in 61: put into 54 as well, it would be paid twice.
  if (grid === '54' && grids['61']) return null;
  const amount = taxFromBase(grid, grids);
  if (amount === 0 || amount === grids[grid]) return null;
  const ids = (of: ReturnContent): string[] => live(view, of, today, []).findings.map((finding) => finding.id);
  const before = new Set(ids(content));
  const after = ids(withGrid(content, grid, amount));
  return after.includes(id) || after.some((other) => !before.has(other)) ? null : { grid, amount };
}
