import type { Reader } from '#app/platform/db/index.ts';
import type { Comparison } from '#shared/contract/vat-help.ts';
import { cents } from '#shared/domain/cents.ts';
import { isQuarter, periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { periodOf, sentGrids } from '../content.ts';
import { regimeOfKey } from '../months.ts';
import { type ReturnRow, returns } from '../return-repository.ts';
import { outliers } from './outliers.ts';

type Entry = Comparison['history'][number];

/** A draft nobody has filled in yet says nothing of its period. */
const says = (row: ReturnRow): boolean => row.state !== 'draft' || !isNil(row.content.grids as GridAmounts);

/** The client's former periods of the same regime, oldest first, each with the return that speaks for it. */
function historyOf(db: Reader, row: ReturnRow): Entry[] {
  const seen = new Set<string>();
  const entries: Entry[] = [];
  for (const each of returns.ofClient(db, row.clientId)) {
    const { periodKey: key } = each;
    if (key >= row.periodKey || regimeOfKey(key) !== regimeOfKey(row.periodKey) || seen.has(key) || !says(each)) continue;
    seen.add(key);
    entries.push({ periodKey: key, grids: sentGrids(each.content) });
  }
  return entries.reverse();
}

/** The mean of each grid, a missing one counting as zero. */
function mean(entries: readonly Entry[]): GridAmounts {
  const sums = new Map<Grid, number>();
  for (const { grids } of entries) {
    for (const [grid, amount] of Object.entries(grids) as [Grid, number][]) sums.set(grid, (sums.get(grid) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].map(([grid, total]) => [grid, cents(Math.round(total / entries.length))]));
}

/**
 * A return beside its client's own past: amounts as sent, 71 or 72 included. `average` is over the periods of the twelve months before;
 * its 71 and 72 are means of their own, for a client may have both. An empty draft has no outliers.
 */
export function compare(db: Reader, row: ReturnRow): Comparison {
  const period = periodOf(row.periodKey);
  const year = isQuarter(period) ? 4 : 12;
  const history = historyOf(db, row);
  const at = (steps: number): Entry | null => history.find((entry) => entry.periodKey === periodKey(shiftPeriod(period, steps))) ?? null;
  const lastYear = at(-year);
  const from = periodKey(shiftPeriod(period, -year));
  const recent = history.filter((entry) => entry.periodKey >= from);
  const ever = new Set(history.flatMap(({ grids }) => (Object.keys(grids) as Grid[]).filter((grid) => grids[grid] !== 0)));
  const past = recent.map(({ grids }) => grids as GridAmounts);
  return {
    previous: at(-1),
    lastYear,
    average: recent.length === 0 ? null : { returns: recent.length, grids: { ...mean(recent) } },
    history,
    // A net base below zero is not sent, and yet the grid is not empty.
    outliers: outliers(sentGrids(row.content), past, (lastYear?.grids as GridAmounts | undefined) ?? null, ever).filter(
      ({ grid, kind }) => kind !== 'missing' || (row.content.grids[grid] ?? 0) >= 0,
    ),
  };
}
