import { type Cents, cents, ZERO } from '../domain/cents.ts';
import type { Grid, GridAmounts } from './types.ts';

/** Grids that add up to XX, the total of frame IV. */
export const DUE: readonly Grid[] = ['54', '55', '56', '57', '61', '63'];
/** Grids that add up to YY, the total of frame V. */
export const DEDUCTIBLE: readonly Grid[] = ['59', '62', '64'];

export interface Totals {
  /** Total of frame IV, never transmitted. */
  readonly xx: Cents;
  /** Total of frame V, never transmitted. */
  readonly yy: Cents;
  readonly balance: { readonly grid: '71' | '72'; readonly cents: Cents };
}

export const amount = (grids: GridAmounts, grid: Grid): Cents => grids[grid] ?? ZERO;

/** Sum of some grids, a missing one counting as zero. */
export function total(grids: GridAmounts, of: readonly Grid[]): Cents {
  let sum = 0;
  for (const grid of of) sum += grids[grid] ?? 0;
  return cents(sum);
}

/** XX, YY and the balance they ask for: 71 = XX − YY when XX ≥ YY, else 72 = YY − XX. What stands in 71/72 is not looked at. */
export function totals(grids: GridAmounts): Totals {
  const xx = total(grids, DUE);
  const yy = total(grids, DEDUCTIBLE);
  return { xx, yy, balance: xx >= yy ? { grid: '71', cents: cents(xx - yy) } : { grid: '72', cents: cents(yy - xx) } };
}

/**
 * The grids as they are sent: 71 or 72 computed, zero grids left out except the balance itself and an explicit 00 (a VAT unit sends
 * 00 = 0.00). Rules that ask whether a grid is present must see this form.
 */
export function withBalance(grids: GridAmounts): GridAmounts {
  const sent: Partial<Record<Grid, Cents>> = {};
  for (const [key, value] of Object.entries(grids) as [Grid, Cents | undefined][]) {
    if (value === undefined || key === '71' || key === '72') continue;
    if (value !== 0 || key === '00') sent[key] = value;
  }
  const { balance } = totals(grids);
  sent[balance.grid] = balance.cents;
  return sent;
}

/** What a person edits: the grids without the computed balance. */
export function withoutBalance(grids: GridAmounts): GridAmounts {
  const { '71': _due, '72': _credit, ...rest } = grids;
  return rest;
}
