import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import type { Grid } from '#shared/vat/types.ts';
import { isBlank, written } from './amounts.ts';
import type { VatTable } from './find-table.ts';
import { gridNamed } from './grid-names.ts';
import { roleOf } from './headings.ts';
import { readPeriod } from './periods.ts';

/** Rows by which the content of a column is judged. */
const SAMPLE = 200;
const MOST = 0.6;

export const EMPTY_MAPPING: VatMapping = {
  layout: 'rows',
  enterpriseNumber: null,
  period: null,
  gridColumn: null,
  amountColumn: null,
  grids: {},
};

const valuesOf = ({ rows }: VatTable, column: number): string[] =>
  rows.slice(0, SAMPLE).flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
const share = (values: readonly string[], holds: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;
const isAmount = (text: string): boolean => isBlank(text) || written(text) !== null;

/** A column by its heading where there is one, else by what its cells hold. */
function columnFor(
  table: VatTable,
  role: 'enterpriseNumber' | 'period',
  holds: (value: string) => boolean,
  free: readonly number[],
): number | null {
  const shares = new Map(free.map((column) => [column, share(valuesOf(table, column), holds)]));
  const byShare = (a: number, b: number): number => shares.get(b)! - shares.get(a)!;
  const headed = free.filter((column) => roleOf(table.headings[column]!) === role).sort(byShare)[0];
  if (headed !== undefined && (shares.get(headed)! > 0 || valuesOf(table, headed).length === 0)) return headed;
  const told = [...free].sort(byShare)[0];
  return told !== undefined && shares.get(told)! >= MOST ? told : (headed ?? null);
}

function gridsOf({ headings }: VatTable): Partial<Record<Grid, number>> {
  const grids: Partial<Record<Grid, number>> = {};
  for (const [column, heading] of headings.entries()) {
    const named = gridNamed(heading);
    if (named?.kind === 'grid') grids[named.grid] ??= column;
  }
  return grids;
}

const isSaid = (cell: string): boolean => findEnterpriseNumber(cell) !== null || readPeriod(cell) !== null;

/** Columns that are returns: a client or a period stands above their amounts. */
export function returnColumns(table: VatTable, gridColumn: number): number[] {
  return table.headings.flatMap((_, column) => {
    const said = table.above.some((row) => isSaid(row[column] ?? ''));
    return column !== gridColumn && said && share(valuesOf(table, column), isAmount) >= MOST ? [column] : [];
  });
}

function amountColumn(table: VatTable, free: readonly number[]): number | null {
  const amounts = free.filter((column) => share(valuesOf(table, column), isAmount) >= MOST);
  return amounts.find((column) => roleOf(table.headings[column]!) === 'amount') ?? amounts.at(-1) ?? null;
}

/** How a table is probably to be read, by its headings and cells. */
export function guessMapping(table: VatTable): VatMapping {
  const columns = table.headings.map((_, column) => column);
  const grids = gridsOf(table);
  const named = new Set(Object.values(grids));
  const { gridColumn } = table;
  const free = columns.filter((column) => (gridColumn === null ? !named.has(column) : column !== gridColumn));
  const enterpriseNumber = columnFor(table, 'enterpriseNumber', (value) => findEnterpriseNumber(value) !== null, free);
  const others = free.filter((column) => column !== enterpriseNumber);
  const period = columnFor(table, 'period', (value) => readPeriod(value) !== null, others);
  if (gridColumn === null) return { ...EMPTY_MAPPING, enterpriseNumber, period, grids };

  const rest = others.filter((column) => column !== period);
  const said = returnColumns(table, gridColumn);
  const mapping = { ...EMPTY_MAPPING, gridColumn };
  if (enterpriseNumber !== null || period !== null)
    return { ...mapping, layout: 'list', enterpriseNumber, period, amountColumn: amountColumn(table, rest) };
  return { ...mapping, layout: 'columns', amountColumn: said.length > 0 ? null : amountColumn(table, rest) };
}
