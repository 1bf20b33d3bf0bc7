import type { BoardRow } from '#shared/contract/vat.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import { type Group, groupOf } from './states.ts';

const OPEN: ReadonlySet<Group> = new Set(['toPrepare', 'toApprove', 'ready', 'trouble']);
export const isOpen = (row: Pick<BoardRow, 'state'>): boolean => OPEN.has(groupOf(row));

export interface Pressing {
  /** Open returns whose day has passed. */
  readonly late: number;
  /** The next day by which open returns must be filed. */
  readonly next: { readonly date: LocalDate; readonly count: number } | null;
}

export function pressing(rows: readonly Pick<BoardRow, 'state' | 'due'>[], today: LocalDate): Pressing {
  const open = rows.filter(isOpen);
  const coming = open.filter(({ due }) => due >= today);
  const date = coming.reduce<LocalDate | null>((first, { due }) => (first === null || due < first ? due : first), null);
  return {
    late: open.length - coming.length,
    next: date === null ? null : { date, count: coming.filter(({ due }) => due === date).length },
  };
}

/** Whole days and hours to the end of a day not past. @param hour of the clock in Brussels, 0..23 */
export function timeTo(today: LocalDate, hour: number, date: LocalDate): { readonly days: number; readonly hours: number } {
  const all = daysBetween(today, date) * 24 + 24 - hour;
  return { days: Math.floor(all / 24), hours: all % 24 };
}
