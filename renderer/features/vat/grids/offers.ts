import { type Cents, cents, ZERO } from '#shared/domain/cents.ts';
import { basesOf, SALE_GRIDS, type TaxGrid, taxFromBase } from '#shared/vat/tax-from-base.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';

const HELPED = ['54', '55', '56', '59'] as const satisfies readonly TaxGrid[];
const isHelped = (grid: Grid): grid is (typeof HELPED)[number] => HELPED.some((one) => one === grid);

/** Tax on 87 stands in 57 as far as it is for imports with the reverse charge: what 57 holds is not due in 56 once more. */
function taxOf(grid: TaxGrid, grids: GridAmounts, rate?: (typeof SALE_GRIDS)[number]['rate']): Cents {
  const tax = taxFromBase(grid, grids, rate);
  if (grid === '56') return cents(Math.max(0, tax - (grids['57'] ?? 0)));
  // A correction has its base in 01 to 03 and its tax in 61: put into 54 as well, it would be paid twice.
  return grid === '54' && (grids['61'] ?? 0) >= tax ? ZERO : tax;
}

export type Offers = ReadonlyMap<Grid, Cents>;

/** Tax that follows from the bases, for the grids that are still empty; where the bases do not tell the rate, at 21 %. */
export function offersFor(grids: GridAmounts): Offers {
  const offers = new Map<Grid, Cents>();
  for (const grid of HELPED) {
    if (grids[grid] !== undefined) continue;
    const tax = taxOf(grid, grids);
    if (tax > 0) offers.set(grid, tax);
  }
  return offers;
}

export interface TaxLine {
  /** Whole per cents; `null` when each base has its own. */
  readonly rate: number | null;
  readonly amount: Cents;
}

/** What a tax grid could hold: one amount for 54, one a rate for the others. `null` for a grid without bases of its own. */
export function taxLines(grid: Grid, grids: GridAmounts): { readonly bases: readonly Grid[]; readonly lines: readonly TaxLine[] } | null {
  if (!isHelped(grid)) return null;
  const rates = grid === '54' ? [null] : SALE_GRIDS.map(({ rate }) => rate);
  const lines = rates.map((rate) => ({ rate, amount: taxOf(grid, grids, rate ?? undefined) }));
  return { bases: basesOf(grid), lines: lines.filter(({ amount }) => amount > 0) };
}

/** The amount F9 puts into a grid, also over another; `null` when there is none. */
export function taxFor(grid: Grid, grids: GridAmounts): Cents | null {
  if (!isHelped(grid)) return null;
  const tax = taxOf(grid, grids);
  return tax > 0 ? tax : null;
}
