import { type Cents, cents, ZERO } from '../../domain/cents.ts';
import type { Localized } from '../../domain/locale.ts';
import { SALE_GRIDS, taxOf } from '../tax-from-base.ts';
import type { Grid, GridAmounts } from '../types.ts';
import { t } from './build.ts';
import type { Formula, Place, PostingEvent, PostingInput, PostingLine } from './types.ts';

/** How a line's amount is named beside its grid, `81 + base`. */
export const FORMULAS: Readonly<Record<Formula, Localized>> = {
  base: t('montant hors TVA', 'bedrag zonder btw', 'Betrag ohne MwSt.', 'amount without VAT'),
  tax: t('TVA', 'btw', 'MwSt.', 'VAT'),
  deductible: t('TVA déductible', 'aftrekbare btw', 'abzugsfähige MwSt.', 'deductible VAT'),
  cost: t(
    'montant hors TVA + TVA non déductible',
    'bedrag zonder btw + niet-aftrekbare btw',
    'Betrag ohne MwSt. + nicht abzugsfähige MwSt.',
    'amount without VAT + non-deductible VAT',
  ),
  purchaseValue: t('prix d’achat', 'aankoopprijs', 'Einkaufspreis', 'purchase price'),
};

const DEFAULT_RATE = 21;

export function gridOf(place: Place, { rate = DEFAULT_RATE, kind = '81' }: PostingInput): Grid {
  if (place === 'kind') return kind;
  if (place !== 'rate') return place;
  const sale = SALE_GRIDS.find((candidate) => candidate.rate === rate);
  if (!sale) throw new RangeError(`no grid for sales at ${rate} %`);
  return sale.grid;
}

interface Parts {
  readonly base: Cents;
  readonly tax: Cents;
  readonly nonDeductible: Cents;
  readonly purchaseValue: Cents;
}

const FORMULA_OF: Readonly<Record<Formula, (parts: Parts) => number>> = {
  base: ({ base }) => base,
  tax: ({ tax }) => tax,
  deductible: ({ tax, nonDeductible }) => tax - nonDeductible,
  cost: ({ base, nonDeductible }) => base + nonDeductible,
  purchaseValue: ({ purchaseValue }) => purchaseValue,
};

function partsOf(event: PostingEvent, input: PostingInput): Parts {
  const { base = ZERO, rate = DEFAULT_RATE, purchaseValue = ZERO } = input;
  const tax = input.tax ?? (event.asks.includes('rate') ? taxOf(base, rate) : ZERO);
  const nonDeductible = input.nonDeductible ?? ZERO;
  if (base < 0 || tax < 0 || purchaseValue < 0) throw new RangeError('amounts of a document are positive');
  if (nonDeductible < 0 || nonDeductible > tax) throw new RangeError('more non-deductible tax than tax');
  return { base, tax, nonDeductible, purchaseValue };
}

export interface PostedLine extends PostingLine {
  readonly grid: Grid;
  /** With its sign. */
  readonly amount: Cents;
}

/**
 * The lines of an event for one document, zero amounts included. Without a rate, 21 %; without a kind, goods (81).
 * @throws RangeError for negative amounts, a rate without a grid, or more non-deductible tax than tax
 */
export function postingLines(event: PostingEvent, input: PostingInput): PostedLine[] {
  const parts = partsOf(event, input);
  return event.lines.map((line) => ({
    ...line,
    grid: gridOf(line.place, input),
    amount: cents(line.sign * FORMULA_OF[line.of](parts)),
  }));
}

/** What one document adds to the grids of a draft; negative where a credit note lowers a net base. Zero amounts are left out. */
export function postingAmounts(event: PostingEvent, input: PostingInput): GridAmounts {
  const amounts: Partial<Record<Grid, Cents>> = {};
  for (const { grid, amount } of postingLines(event, input)) if (amount !== 0) amounts[grid] = cents((amounts[grid] ?? 0) + amount);
  return amounts;
}
