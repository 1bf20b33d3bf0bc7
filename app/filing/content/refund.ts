import type { Reader } from '#app/platform/db/index.ts';
import type { ReturnView } from '#shared/contract/vat.ts';
import { brusselsDate, type LocalDate } from '#shared/domain/local-date.ts';
import { isQuarter, periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { amount } from '#shared/vat/balance.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { refundMinimumOn } from '#shared/vat/rules/balance-rules.ts';
import { periodOf, sentGrids } from '../content.ts';
import { isOnFile } from '../on-file.ts';
import { type ReturnRow, returns } from '../return-repository.ts';

type Conditions = ReturnView['refund'];

/** Months looked back upon for returns filed in time. Source: VAT chain reform, conditions of a refund. */
const MONTHS = 6;

/** `false`: one is known to have been late; `null`: one was not filed by Guichet, so nobody here can tell. The first of a period counts. */
function filedInTime(db: Reader, { clientId, periodKey: key }: ReturnRow): boolean | null {
  const period = periodOf(key);
  const periods = Array.from({ length: isQuarter(period) ? MONTHS / 3 : MONTHS }, (_, back) => shiftPeriod(period, -1 - back));
  const known = periods.map((each) => {
    const filed = returns.ofPeriod(db, clientId, periodKey(each)).filter((row) => isOnFile(row) && row.sentAt !== null);
    const first = Math.min(...filed.map(({ sentAt }) => sentAt ?? Number.POSITIVE_INFINITY));
    return Number.isFinite(first) ? brusselsDate(first) <= deadline(each).effective : null;
  });
  if (known.includes(false)) return false;
  return known.includes(null) ? null : true;
}

/**
 * What a refund of grid 72 hangs on; empty where there is nothing to refund and nobody asks. The account SPF pays to is known to SPF
 * alone. Texts: `vat.refund.<code>`.
 */
export function refundConditions(db: Reader, row: ReturnRow, today: LocalDate): Conditions {
  const credit = amount(sentGrids(row.content), '72');
  if (credit === 0 && !row.content.restitution) return [];
  return [
    { code: 'minimum', met: credit >= refundMinimumOn(today) },
    { code: 'asked', met: row.content.restitution },
    { code: 'inTime', met: filedInTime(db, row) },
    { code: 'account', met: null },
  ];
}
