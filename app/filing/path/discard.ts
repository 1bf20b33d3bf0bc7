import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { corrections } from '../content/correction-store.ts';
import type { Desk } from '../desk.ts';
import { isOnFile } from '../on-file.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { discards } from './discard-repository.ts';

/** Nobody has signed it yet; an approval is given up first. */
const UNSIGNED: ReadonlySet<FilingState> = new Set<FilingState>(['draft', 'ready']);

/** Whether a return may be put aside: what was ever sent may not, for its answer belongs to the period. */
export const isDiscardable = (db: Reader, row: ReturnRow): boolean =>
  row.discarded === null && UNSIGNED.has(row.state) && !discards.everSent(db, row.id);

/**
 * Puts a return aside. It keeps its contents, annexes and evidence, and no reading of a period meets it any more; the corrections it had
 * taken wait again.
 * @throws GuichetError `vat.notDiscardable`, `vat.conflict`
 */
export function discard(context: Context, desk: Desk, id: string, version: number): ReturnRow {
  const { row } = desk.findAt(id, version);
  if (!isDiscardable(context.db, row)) throw new GuichetError('vat.notDiscardable');
  context.db.write((tx) => {
    const guard = desk.guard(row);
    desk.changed(discards.put(tx, guard, { userId: guard.userId, at: guard.now, corrections: discards.correctionsIn(tx, id) }));
    corrections.release(tx, id);
    desk.note(tx, row, { event: 'discard' });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}

/** Whether nothing speaks for the period that this return would have to share it with. */
function isFree(db: Reader, row: ReturnRow): boolean {
  const others = returns.ofPeriod(db, row.clientId, row.periodKey);
  return row.content.replaces === undefined ? others.length === 0 : others.every(isOnFile);
}

/**
 * Takes a return back as it was, with the corrections it held. One that is not put aside is answered as it is.
 * @throws GuichetError `vat.restoreTaken` when its period, or one of its corrections, was taken meanwhile
 */
export function restore(context: Context, desk: Desk, id: string): ReturnRow {
  const { row } = desk.find(id);
  const { discarded } = row;
  if (discarded === null) return row;
  const taken = (): GuichetError => new GuichetError('vat.restoreTaken', { params: { period: row.periodKey } });
  context.db.write((tx) => {
    if (!isFree(tx, row)) throw taken();
    desk.changed(discards.put(tx, desk.guard(row), null));
    for (const each of discarded.corrections) if (corrections.setApplied(tx, each, null, id) !== 1) throw taken();
    desk.note(tx, row, { event: 'restore' });
  });
  desk.announce(row.clientId);
  return desk.find(id).row;
}
