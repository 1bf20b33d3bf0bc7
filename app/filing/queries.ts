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
import { isReceiptLate } from './receipt-late.ts';
import { type ReturnRow, returns } from './return-repository.ts';

type Kind = Task['kind'];

/** The stakes, highest first. */
const ORDER: readonly Kind[] = ['unknownFiling', 'refusedFiling', 'receiptMissing', 'readyToFile', 'toApprove', 'returnDue', 'payment'];
/** A return not ready is a task from this many days before its deadline on. */
const DUE_SOON_DAYS = 14;
const FILED: ReadonlySet<FilingState | null> = new Set<FilingState>(['accepted', 'unknown', 'sending']);
const ON_FILE: ReadonlySet<FilingState | null> = new Set<FilingState>(['accepted', 'proven']);

/** The period is filed, by this return or by the one on file that it replaces, or elsewhere. */
const isFiled = (row: BoardRow): boolean => row.replaces || row.filedElsewhere || FILED.has(row.state);

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
    case 'queued':
      // It goes by itself; on the last day somebody had better look.
      return today >= due ? task('readyToFile', row, due, row.balance) : null;
    case 'approved':
      return task('readyToFile', row, due, row.balance);
    case 'ready':
      return !isFiled(row) && daysBetween(today, due) <= DUE_SOON_DAYS ? task('toApprove', row, due, row.balance) : null;
    case null:
    case 'draft':
      return !isFiled(row) && daysBetween(today, due) <= DUE_SOON_DAYS ? task('returnDue', row, due) : null;
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

  /** Accepted, and its receipts did not come within the days the firm gives them, or say something else than what was sent. */
  const unprovenReturns = (today: LocalDate): readonly ReturnRow[] => {
    const { receiptDays } = context.settings.get();
    return returns.inStates(db, ['accepted']).filter((row) => isReceiptLate(row, receiptDays, today));
  };

  return {
    toDo: (today) => rowsOf(context, keysEndingIn(monthUnderWay(today))).filter((row) => !isFiled(row) && row.state !== 'proven').length,

    tasks(today) {
      const unproven = unprovenReturns(today);
      const lost = returns.inStates(db, ['unknown']);
      const ids = new Set(unproven.map(({ id }) => id));
      const current = currentRows(today);
      const shown = new Set(current.map(({ returnId }) => returnId));
      // What is not settled stays a task however long its period is over.
      const older = [...unproven, ...lost].filter(({ id }) => !shown.has(id));
      const olderRows = rowsOf(context, [...new Set(older.map((row) => row.periodKey))]).filter((row) =>
        older.some(({ id }) => id === row.returnId),
      );
      const receiptTask = (row: BoardRow): Task | null =>
        row.returnId !== null && ids.has(row.returnId) ? task('receiptMissing', row, row.due as LocalDate) : null;
      const tasks = [
        ...current.flatMap((row) => [openTask(row, today), receiptTask(row), paymentTask(row, today)]),
        ...olderRows.flatMap((row) => [row.state === 'unknown' ? openTask(row, today) : null, receiptTask(row)]),
      ].filter((each) => each !== null);
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
          filed: count(isFiled),
          proven: count((row) => row.state === 'proven'),
        };
      }),
  };
}
