import type { Output } from '#shared/contract/index.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { isQuarter, lastEnded, type Period, periodKey, shiftPeriod } from '#shared/domain/period.ts';

/** What a person says because the table does not. */
export interface Given {
  readonly clientId: string;
  readonly periodKey: string;
}

const MONTHS = 15;
const QUARTERS = 6;

/** Periods a table may be about, the last ended first; the running ones too. */
export function periodsNear(today: LocalDate): string[] {
  const from = (period: Period, count: number): Period[] =>
    Array.from({ length: count + 1 }, (_, index) => shiftPeriod(shiftPeriod(period, 1), -index));
  const months = from(lastEnded('month', today), MONTHS);
  const quarters = from(lastEnded('quarter', today), QUARTERS);
  const end = (period: Period): number => period.year * 12 + (isQuarter(period) ? period.quarter * 3 : period.month);
  return [...months, ...quarters].sort((a, b) => end(b) - end(a)).map(periodKey);
}

/** Whether lines or columns may name client and period; where they surely do, nobody is asked. */
export function asks({ layout, enterpriseNumber, period }: VatMapping): { readonly client: boolean; readonly period: boolean } {
  const columns = layout === 'columns';
  return { client: columns || enterpriseNumber === null, period: columns || period === null };
}

/** With a column to each return, client and period may stand above it. */
export const maySay = ({ layout, amountColumn }: VatMapping): boolean => layout === 'columns' && amountColumn === null;

/** What must be said before anything can be read. */
export function wanting(mapping: VatMapping, said: Output<'vatTable.read'>['said'], given: Given): 'client' | 'period' | null {
  if (maySay(mapping)) return null;
  const asked = asks(mapping);
  if (asked.client && said.enterpriseNumber === null && given.clientId === '') return 'client';
  return asked.period && said.periodKey === null && given.periodKey === '' ? 'period' : null;
}
