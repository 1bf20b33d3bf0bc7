import { type Cents, cents, MAX_AMOUNT } from '#shared/domain/cents.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import type { Grid } from '#shared/vat/types.ts';
import { reckon } from './arithmetic.ts';

/** What stands in a cell; `null` leaves the grid out. */
export type Typed = { readonly amount: Cents | null } | { readonly wrong: Wrong };
/** `negative`: credit notes go, positive, into grids of their own; only net purchase bases may be below zero. */
export type Wrong = 'notAnAmount' | 'tooLarge' | 'negative';

export const isWrong = (typed: Typed): typed is { readonly wrong: Wrong } => 'wrong' in typed;

/** Bookkeeping and spreadsheets write a negative amount in brackets or with its sign behind: `(100,00)`, `100,00-`. Brackets around a sum are a sum's. */
function plainSign(text: string): string {
  const amount = /^\s*\(([\d.,\s\u00a0\u202f'€]+)\)\s*$/.exec(text)?.[1] ?? /^([\d.,\s\u00a0\u202f'€]*\d[\s€]*)-\s*$/.exec(text)?.[1];
  return amount === undefined ? text : `-${amount}`;
}

/** Reads what a person typed into a grid: an amount, or something to reckon such as `1250,40+310`. */
export function typedAmount(grid: Grid, text: string): Typed {
  if (text.trim() === '') return { amount: null };
  const value = reckon(plainSign(text));
  if (value === null) return { wrong: 'notAnAmount' };
  const size = value < 0n ? -value : value;
  if (size > BigInt(MAX_AMOUNT)) return { wrong: 'tooLarge' };
  if (value < 0n && !isNetGrid(grid)) return { wrong: 'negative' };
  return { amount: cents(Number(value)) };
}
