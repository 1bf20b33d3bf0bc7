import { type Cents, cents, parseTyped } from '#shared/domain/cents.ts';
import { addDays, isLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { fold } from '../fold.ts';
import type { Between, QueryNode } from './query.ts';
import { NONE, OVERDUE, TODAY } from './vocabulary.ts';

const COMPARED = /^(<=|>=|<|>|=)?(.+)$/s;
/** `7d`, `7j` (jours), `7t` (Tage); `2w`, `2s` (semaines). */
const DELAY = /^(\d{1,4})\s?([djtws])$/;
const DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const ONE_CENT = 1;

const endOfMonth = (year: number, month: number): LocalDate =>
  addDays((month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`) as LocalDate, -1);

/** A day, a month or a year as its first and last day. */
function spanOf(text: string): { from: LocalDate; to: LocalDate } | null {
  if (isLocalDate(text)) return { from: text, to: text };
  const [, day, month, ofYear] = DAY.exec(text) ?? [];
  if (day && month && ofYear) return spanOf(`${ofYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (/^(19|20)\d{2}$/.test(text)) return { from: `${text}-01-01` as LocalDate, to: `${text}-12-31` as LocalDate };
  const inMonth = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/.exec(text);
  return inMonth ? { from: `${text}-01` as LocalDate, to: endOfMonth(Number(inMonth[1]), Number(inMonth[2])) } : null;
}

const compared = <T>(sign: string | undefined, from: T, to: T, step: (value: T, by: 1 | -1) => T): Between<T> => {
  if (sign === '<') return { from: null, to: step(from, -1) };
  if (sign === '<=') return { from: null, to };
  if (sign === '>') return { from: step(to, 1), to: null };
  if (sign === '>=') return { from, to: null };
  return { from, to };
};

/** `2026-11`, `<7d`, `>=2026-12-01`, `2026-11..2026-12`, `overdue`, `none`; `null`: not understood. A delay counts from today. */
export function dueOf(value: string, today: LocalDate): QueryNode | null {
  const text = fold(value.trim());
  if (NONE.has(text)) return { kind: 'due', between: null, open: false };
  if (OVERDUE.has(text)) return { kind: 'due', between: { from: null, to: addDays(today, -1) }, open: true };
  if (TODAY.has(text)) return { kind: 'due', between: { from: today, to: today }, open: true };
  const [start, end, more] = text.split('..');
  if (end !== undefined) {
    const from = start ? spanOf(start) : null;
    const to = end ? spanOf(end) : null;
    if (more !== undefined || (start && !from) || (end && !to) || !(from || to)) return null;
    return { kind: 'due', between: { from: from?.from ?? null, to: to?.to ?? null }, open: false };
  }
  const [, sign, rest = ''] = COMPARED.exec(text) ?? [];
  const [, count, unit] = DELAY.exec(rest) ?? [];
  if (count !== undefined) {
    const day = addDays(today, Number(count) * (unit === 'w' || unit === 's' ? 7 : 1));
    // "Within seven days" has what is overdue too: nobody who asks wants it left out.
    const between = sign === undefined || sign === '=' ? { from: null, to: day } : compared(sign, day, day, addDays);
    return { kind: 'due', between, open: true };
  }
  const span = spanOf(rest);
  return span ? { kind: 'due', between: compared(sign, span.from, span.to, addDays), open: false } : null;
}

/** An amount as written: without decimals it is any amount of so many whole euros. */
function euros(text: string): { from: Cents; to: Cents } | null {
  const value = parseTyped(text);
  if (value === null) return null;
  const whole = !/[.,]\d{1,2}\s*(€|eur)?$/i.test(text.trim());
  return { from: value, to: whole ? cents(value + 99) : value };
}

/** `>1000`, `<=1.204,50`, `100..500`, `1204`, `none`; `null`: not understood. */
export function amountOf(value: string): QueryNode | null {
  const text = fold(value.trim());
  if (NONE.has(text)) return { kind: 'amount', between: null };
  const [start, end, more] = text.split('..');
  if (end !== undefined) {
    const from = start ? euros(start) : null;
    const to = end ? euros(end) : null;
    if (more !== undefined || (start && !from) || (end && !to) || !(from || to)) return null;
    return { kind: 'amount', between: { from: from?.from ?? null, to: to?.from ?? null } };
  }
  const [, sign, rest = ''] = COMPARED.exec(text) ?? [];
  const amount = euros(rest);
  if (!amount) return null;
  // "More than 1000" begins at 1000,01.
  const { from, to } = sign && sign !== '=' ? { from: amount.from, to: amount.from } : amount;
  return { kind: 'amount', between: compared(sign, from, to, (each, by) => cents(each + by * ONE_CENT)) };
}
