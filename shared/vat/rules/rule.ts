import { type Cents, cents, formatAmount } from '../../domain/cents.ts';
import type { Localized } from '../../domain/locale.ts';
import { amount, total } from '../balance.ts';
import type { Dated } from '../dated.ts';
import type { Grid, GridAmounts, RuleContext, Severity, VatReturn } from '../types.ts';
import type { Hint } from './hint.ts';

export type Values = Readonly<Record<string, string | Cents>>;

/** What fills the `{placeholders}` of a message, and the grids when they depend on the return. */
export interface Hit {
  /** A number is an amount and is written as one. */
  readonly values?: Values;
  readonly grids?: readonly Grid[];
  /** What would satisfy it, in numbers. */
  readonly hint?: Hint;
}

/** One rule: data and a pure test. Its validity is judged on the day of filing. */
export interface Rule extends Dated {
  readonly id: string;
  readonly severity: Severity;
  /** Where the screen shows it. */
  readonly grids: readonly Grid[];
  /**
   * `null` when the rule is silent.
   * @param fired identifiers of the warnings that fired before, for the rules on justifications
   */
  readonly fires: (grids: GridAmounts, ret: VatReturn, ctx: RuleContext, fired: readonly string[]) => Hit | null;
  readonly message: Localized;
  /** Returns on which an advice speaks even where the firm switched it off: so much hangs on it that no habit of reading may hide it. */
  readonly always?: (grids: GridAmounts) => boolean;
}

export const HIT: Hit = {};

export const has = (grids: GridAmounts, grid: Grid): boolean => grids[grid] !== undefined;
export const value = amount;
export const add = total;

/**
 * Percentages are compared exactly: amounts in cents times whole per cents give hundredths of a cent ("parts"), all integers. The
 * largest product, 100 × 99 999 999 999.99 EUR, is 10^15 and stays far below 2^53.
 */
export const parts = (amountInCents: number, percent: number): number => amountInCents * percent;
/** Parts of a whole number of euros. */
export const euroParts = (euros: number): number => euros * 100 * 100;
/** Smallest amount that is not below `value` parts; largest that is not above. */
export const roundUp = (value: number): Cents => cents(Math.max(0, Math.ceil(value / 100)));
export const roundDown = (value: number): Cents => cents(Math.max(0, Math.floor(value / 100)));
export const nearest = (value: number): Cents => cents(Math.round(value / 100));

/** Fills `{name}` in the four languages. */
export function fill(message: Localized, values: Values = {}): Localized {
  const texts = Object.fromEntries(
    Object.entries(values).map(([name, found]) => [name, typeof found === 'string' ? found : formatAmount(found)]),
  );
  const put = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => texts[name] ?? whole);
  return { fr: put(message.fr), nl: put(message.nl), de: put(message.de), en: put(message.en) };
}
