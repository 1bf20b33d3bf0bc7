import type { Context } from '#app/core/context.ts';
import type { FilingQueries, PeriodCount, Task } from '#app/core/filing-queries.ts';
import type { BoardRow } from '#shared/contract/vat.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { periodKey } from '#shared/domain/period.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import type { FilingState } from '#shared/vat/filing-states.ts';
import { rowsOf } from './board.ts';
import { periodOf } from './content.ts';
import { keysEndingIn, monthUnderWay, periodsDueBetween, shiftMonth } from './months.ts';
import { windowEndsOn } from './release-rule.ts';
import { returns } from './return-repository.ts';

type Kind = Task['kind'];

/** The stakes, highest first. */
const ORDER: readonly Kind[] = ['unknownFiling', 'refusedFiling', 'receiptMissing', 'readyToFile', 'returnDue', 'payment'];
/** A return not ready is a task from this many days before its deadline on. */
const DUE_SOON_DAYS = 14;
const FILED: ReadonlySet<FilingState | null> = new Set<FilingState>(['accepted', 'unknown', 'sending']);
const ON_FILE: ReadonlySet<FilingState | null> = new Set<FilingState>(['accepted', 'proven']);

const task = (kind: Kind, row: BoardRow, due: LocalDate, amount: BoardRow['balance'] = null): Task => ({
  kind,
  count: 1,
  clientId: row.clientId,
  clientName: row.clientName,
  targetId: row.returnId,
  label: null,
  periodKey: row.periodKey,
  due,
  amount,
});

function openTask(row: BoardRow, today: LocalDate): Task | null {
  const due = row.due as LocalDate;
  switch (row.state) {
    case 'unknown':
    case 'sending':
      return task('unknownFiling', row, due);
    case 'refused':
      return task('refusedFiling', row, due);
    case 'approved':
      return task('readyToFile', row, due, row.balance);
    case null:
    case 'draft':
    case 'ready':
      return daysBetween(today, due) <= DUE_SOON_DAYS ? task('returnDue', row, due) : null;
    default:
      return null;
  }
}

/** Money still to be paid for a return that is on file, until its day has passed. */
function paymentTask(row: BoardRow, today: LocalDate): Task | null {
  if (!ON_FILE.has(row.state) || row.balance === null || row.balance <= 0) return null;
  const { payBy } = deadline(periodOf(row.periodKey));
  return payBy >= today ? task('payment', row, payBy, row.balance) : null;
}

/** Filing as the overview sees it. */
export function createQueries(context: Context): FilingQueries {
  const { db } = context;

  /** The period under way and the one before, whose stragglers still count. */
  const currentRows = (today: LocalDate): BoardRow[] => {
    const month = monthUnderWay(today);
    return rowsOf(context, [...keysEndingIn(month), ...keysEndingIn(shiftMonth(month, -1))]);
  };

  /** Accepted long enough ago that its receipts should be here. */
  const overdueReceipts = (today: LocalDate): ReadonlySet<string> =>
    new Set(
      returns
        .inStates(db, ['accepted'])
        .filter((row) => row.origin === 'guichet' && row.sentAt !== null && windowEndsOn(row.sentAt) < today)
        .map((row) => row.id),
    );

  return {
    toDo: (today) =>
      rowsOf(context, keysEndingIn(monthUnderWay(today))).filter((row) => !FILED.has(row.state) && row.state !== 'proven').length,

    tasks(today) {
      const missing = overdueReceipts(today);
      const rows = currentRows(today);
      const tasks = rows.flatMap((row) => {
        const receipt = row.returnId !== null && missing.has(row.returnId) ? task('receiptMissing', row, row.due as LocalDate) : null;
        return [openTask(row, today), receipt, paymentTask(row, today)].filter((each) => each !== null);
      });
      return tasks.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.due ?? '').localeCompare(b.due ?? ''));
    },

    periods: (from, until) =>
      periodsDueBetween(from, until).map((period): PeriodCount => {
        const key = periodKey(period);
        const rows = rowsOf(context, [key]);
        const count = (states: (row: BoardRow) => boolean): number => rows.filter(states).length;
        return {
          periodKey: key,
          returns: rows.length,
          filed: count((row) => FILED.has(row.state)),
          proven: count((row) => row.state === 'proven'),
        };
      }),
  };
}
