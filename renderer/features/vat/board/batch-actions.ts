import type { BoardRow } from '#shared/contract/vat.ts';
import { BATCH_ACTIONS, type BatchAction } from '#shared/contract/vat-path.ts';
import { type Cents, cents } from '#shared/domain/cents.ts';
import { type ShownState, shownState } from '../path/states.ts';

/** The states an action begins from; a batch leaves the others as they are. */
const FROM: Readonly<Record<BatchAction, readonly ShownState[]>> = {
  prepare: ['none'],
  nil: ['none', 'draft'],
  check: ['draft'],
  approve: ['ready'],
  file: ['approved', 'queued'],
};

type Row = Pick<BoardRow, 'state' | 'balance'>;

/** A draft with a balance is somebody's work: it is not made nil together with others. */
const fits = (row: Row, action: BatchAction): boolean =>
  FROM[action].includes(shownState(row)) && (action !== 'nil' || row.state === null || (row.balance ?? 0) === 0);

export const rowsFor = <T extends Row>(rows: readonly T[], action: BatchAction): readonly T[] => rows.filter((row) => fits(row, action));

/** Actions that would do something, in the order of the work, with how many returns. */
export const offered = (rows: readonly Row[]): readonly { readonly action: BatchAction; readonly count: number }[] =>
  BATCH_ACTIONS.map((action) => ({ action, count: rowsFor(rows, action).length })).filter(({ count }) => count > 0);

/** What the rows have to pay and what they are owed, apart; both positive. */
export function sumsOf(rows: readonly Pick<BoardRow, 'balance'>[]): { readonly pay: Cents; readonly credit: Cents } {
  let pay = 0;
  let credit = 0;
  for (const { balance } of rows) {
    if (balance === null) continue;
    if (balance > 0) pay += balance;
    else credit -= balance;
  }
  return { pay: cents(pay), credit: cents(credit) };
}
