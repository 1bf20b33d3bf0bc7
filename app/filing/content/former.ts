import type { Reader } from '#app/platform/db/index.ts';
import { isQuarter, lastMonth } from '#shared/domain/period.ts';
import { periodOf } from '../content.ts';
import { keysEndingIn, monthOf, shiftMonth } from '../months.ts';
import { isOnFile } from '../on-file.ts';
import { type ReturnRow, returns } from '../return-repository.ts';

/** The keys of the periods, of either regime, that end right before this one begins. */
function keysBefore(key: string): string[] {
  const period = periodOf(key);
  const months = isQuarter(period) ? 3 : 1;
  return keysEndingIn(shiftMonth(monthOf(period), -months));
}

/** Whether a period ends before another begins. */
export function endsBefore(key: string, other: string): boolean {
  const period = periodOf(other);
  const first = lastMonth(period) - (isQuarter(period) ? 2 : 0);
  return monthOf(periodOf(key)) < `${period.year}-${String(first).padStart(2, '0')}`;
}

/**
 * The return SPF holds of the period right before, of this client alone and of whichever regime it had then: the last one filed, so a
 * replacement speaks in the place of what it replaced. `undefined` while that return is a draft or on its way: it may still change.
 */
export function formerOnFile(db: Reader, row: Pick<ReturnRow, 'clientId' | 'periodKey'>): ReturnRow | undefined {
  return keysBefore(row.periodKey)
    .flatMap((key) => returns.ofPeriod(db, row.clientId, key))
    .filter(isOnFile)
    .reduce<ReturnRow | undefined>((last, each) => (last && last.createdAt >= each.createdAt ? last : each), undefined);
}
