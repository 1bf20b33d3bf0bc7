import type { FilingQueries } from '#app/core/filing-queries.ts';
import type { Output } from '#shared/contract/index.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { parsePeriodKey } from '#shared/domain/period.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';

/** Every VAT deadline in a range, on the last day that is in time, with how far the returns are. */
export function calendarOf(filing: FilingQueries, from: LocalDate, until: LocalDate): Output<'calendar.list'> {
  const days = filing.periods(from, until).map(({ periodKey, returns, filed, proven }) => {
    const { legal, effective, payBy } = deadline(parsePeriodKey(periodKey)!);
    return { date: effective, periodKey, legal, payBy, returns, filed, proven };
  });
  return { days: days.sort((a, b) => a.date.localeCompare(b.date) || a.periodKey.localeCompare(b.periodKey)) };
}
