import type { Context } from '#app/core/context.ts';
import type { Reader } from '#app/platform/db/index.ts';
import type { BoardRow } from '#shared/contract/vat.ts';
import { type Cents, cents } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { periodKey, shiftPeriod } from '#shared/domain/period.ts';
import { totals } from '#shared/vat/balance.ts';
import { deadline } from '#shared/vat/calendar/deadlines.ts';
import { obstacles, remarks } from '#shared/vat/rules/evaluate.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { clientDirectory, type FilingClient } from './client-directory.ts';
import { isEditable } from './content/editable.ts';
import { periodOf } from './content.ts';
import { filedElsewhere } from './elsewhere/filed-elsewhere.ts';
import { judge } from './judging.ts';
import { keysEndingIn, monthUnderWay, regimeOfKey, shiftMonth } from './months.ts';
import { isOnFile } from './on-file.ts';
import { isReceiptLate } from './receipt-late.ts';
import { type ReturnRow, returns } from './return-repository.ts';

/** How far the board looks back when there is nothing older. */
const MONTHS_BACK = 12;

/** Positive: to pay (71); negative: in favour of the client (72). */
export function balanceOf(row: ReturnRow): Cents {
  const { balance } = totals(row.content.grids as GridAmounts);
  return balance.grid === '71' ? balance.cents : cents(-balance.cents);
}

/** Begun in time and never sent: past the deadline no replacement is taken any more. */
const isLapsed = (row: ReturnRow, today: LocalDate): boolean =>
  row.content.replaces !== undefined &&
  (isEditable(row) || row.state === 'approved') &&
  today > deadline(periodOf(row.periodKey)).effective;

/** Not on file itself, beside one that is: the period is filed whatever becomes of it. */
const isReplacing = (db: Reader, row: ReturnRow): boolean =>
  row.content.replaces !== undefined && !isOnFile(row) && returns.ofPeriod(db, row.clientId, row.periodKey).some(isOnFile);

/** Rows by client and period; the first of a period speaks for it, but a replacement that came to nothing leaves the word to what is on file. */
export type Speaking = ReadonlyMap<string, ReturnRow>;
export const speakingKey = (clientId: string, key: string): string => `${clientId} ${key}`;
export function speakingOf(rows: readonly ReturnRow[], today: LocalDate): Speaking {
  const map = new Map<string, ReturnRow>();
  for (const row of rows) {
    const key = speakingKey(row.clientId, row.periodKey);
    const first = map.get(key);
    if (!first || (isOnFile(row) && isLapsed(first, today))) map.set(key, row);
  }
  return map;
}

/** The key of the period before, of the same kind. */
export const previousKey = (key: string): string => periodKey(shiftPeriod(periodOf(key), -1));

export function boardRow(context: Context, client: FilingClient, key: string, speaking: Speaking): BoardRow {
  const row = speaking.get(speakingKey(client.id, key));
  const before = speaking.get(speakingKey(client.id, previousKey(key)));
  const settings = context.settings.get();
  const elsewhere = row ? filedElsewhere(context.db, row) : null;
  const findings = row ? judge(context.db, row, client, { today: context.today(), adviceOff: new Set(settings.adviceOff) }) : [];
  return {
    clientId: client.id,
    clientName: client.name,
    enterpriseNumber: client.enterpriseNumber,
    regime: client.regime,
    periodKey: key,
    returnId: row?.id ?? null,
    state: row?.state ?? null,
    balance: row ? balanceOf(row) : null,
    previousBalance: before ? balanceOf(before) : null,
    due: deadline(periodOf(key)).effective,
    problems: obstacles(findings).length,
    advice: remarks(findings).length,
    replaces: row !== undefined && (isReplacing(context.db, row) || elsewhere?.replacing === true),
    filedElsewhere: elsewhere !== null && !elsewhere.replacing,
    receiptLate: row ? isReceiptLate(row, settings.receiptDays, context.today()) : false,
  };
}

/** Which returns are due or at hand for some periods: every client of that regime, and whoever has a return there. */
export function rowsOf(context: Context, keys: readonly string[]): BoardRow[] {
  const { db } = context;
  const speaking = speakingOf(returns.ofPeriods(db, [...keys, ...keys.map(previousKey)]), context.today());
  return clientDirectory
    .all(db)
    .flatMap((client) =>
      keys
        .filter((key) => client.regime === regimeOfKey(key) || speaking.has(speakingKey(client.id, key)))
        .map((key) => boardRow(context, client, key, speaking)),
    );
}

/** The status board of one month, and the months one can turn to, newest first. */
export function board(context: Context, wanted: string | undefined): { months: string[]; month: string; rows: BoardRow[] } {
  const newest = monthUnderWay(context.today());
  const month = wanted ?? newest;
  const months = Array.from({ length: MONTHS_BACK + 2 }, (_, back) => shiftMonth(newest, 1 - back));
  if (!months.includes(month)) months.push(month);
  return { months: months.sort().reverse(), month, rows: rowsOf(context, keysEndingIn(month)) };
}

/** A client's periods with a return, newest first. */
export function clientHistory(context: Context, clientId: string): BoardRow[] {
  const client = clientDirectory.byId(context.db, clientId);
  if (!client) return [];
  const rows = returns.ofClient(context.db, clientId);
  const speaking = speakingOf(rows, context.today());
  const keys = [...new Set(rows.map((row) => row.periodKey))];
  return keys.map((key) => boardRow(context, client, key, speaking));
}
