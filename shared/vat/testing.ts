import fc from 'fast-check';
import { type Cents, cents } from '../domain/cents.ts';
import { localDate } from '../domain/local-date.ts';
import { withBalance } from './balance.ts';
import { GRID_CODES, type Grid, type GridAmounts, type RuleContext, type VatReturn } from './types.ts';

/** Test builders; amounts are given in euros with at most two decimals. */
export function grids(euros: Readonly<Partial<Record<Grid, number>>>): GridAmounts {
  return Object.fromEntries(Object.entries(euros).map(([grid, value]) => [grid, cents(Math.round(value * 100))]));
}

export const vatReturn = (change: Partial<VatReturn> = {}): VatReturn => ({
  declarant: { vatNumber: '0999999922', name: 'Exemple SRL' },
  period: { year: 2026, month: 6 },
  grids: withBalance({}),
  clientListingNihil: false,
  restitution: false,
  paymentAttribute: 'omit',
  justifications: [],
  ...change,
});

/** A return with these grids (euros) and the balance they ask for. */
export const returnWith = (euros: Readonly<Partial<Record<Grid, number>>>, change: Partial<VatReturn> = {}): VatReturn =>
  vatReturn({ grids: withBalance(grids(euros)), ...change });

export const onTime: RuleContext = { today: localDate('2026-07-10') };

export const arbitraryCents = (max = 9_999_999_999_99): fc.Arbitrary<Cents> => fc.integer({ min: 1, max }).map(cents);

/** Grids without 71/72, any of them present, amounts a frame total can still hold. */
export const arbitraryGrids = (): fc.Arbitrary<GridAmounts> =>
  fc.dictionary(
    fc.constantFrom(...GRID_CODES.filter((code) => code !== '71' && code !== '72')),
    arbitraryCents(),
  ) as fc.Arbitrary<GridAmounts>;
