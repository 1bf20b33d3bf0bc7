import { type Cents, cents } from '../domain/cents.ts';
import { total } from './balance.ts';
import type { Grid, GridAmounts } from './types.ts';

/** Rates a base may be taxed at, in whole per cents, with the grid a sale at that rate stands in. */
export const SALE_GRIDS = [
  { rate: 6, grid: '01' },
  { rate: 12, grid: '02' },
  { rate: 21, grid: '03' },
] as const;

/**
 * Tax on a base, rounded to the cent; half a cent away from zero, as invoices do.
 * @param rate whole per cents
 * @throws RangeError for a rate that is not a whole number from 0 to 100
 */
export function taxOf(base: Cents, rate: number): Cents {
  if (!Number.isInteger(rate) || rate < 0 || rate > 100) throw new RangeError(`not a rate: ${rate}`);
  // Cents times whole per cents are exact integers, so that only this division rounds.
  return rounded(base * rate);
}

const rounded = (hundredths: number): Cents => cents(Math.sign(hundredths) * Math.round(Math.abs(hundredths) / 100));

/** Grids of tax that follow from bases of the same return. */
export type TaxGrid = '54' | '55' | '56' | '57' | '59' | '63' | '64';

/**
 * The bases each tax is computed on. Purchases and their tax due are gross in 55 and 59 while 81–83, 86 and 88 are net of credit notes;
 * 84 and 85 bring the credit notes back, as in Intervat's own checks.
 */
const TAX_BASES: Readonly<Record<Exclude<TaxGrid, '54'>, readonly Grid[]>> = {
  '55': ['84', '86', '88'],
  '56': ['87'],
  '57': ['87'],
  '59': ['81', '82', '83', '84', '85'],
  '63': ['85'],
  '64': ['49'],
};

/**
 * The tax a grid would hold for the bases of this return; 54 at the rates of 01, 02 and 03, the others at one rate. Rounded once, on the
 * sum; never below zero.
 * @param rate whole per cents, not looked at for 54
 */
export function taxFromBase(grid: TaxGrid, grids: GridAmounts, rate = 21): Cents {
  const tax =
    grid === '54'
      ? rounded(SALE_GRIDS.reduce((sum, sale) => sum + (grids[sale.grid] ?? 0) * sale.rate, 0))
      : taxOf(total(grids, TAX_BASES[grid]), rate);
  return cents(Math.max(0, tax));
}

/** The bases that `taxFromBase` looks at, to name them on the screen. */
export const basesOf = (grid: TaxGrid): readonly Grid[] => (grid === '54' ? SALE_GRIDS.map((sale) => sale.grid) : TAX_BASES[grid]);
