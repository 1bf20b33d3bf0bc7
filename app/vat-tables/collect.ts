import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { TableRow } from '#app/tables/headed.ts';
import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { Grid } from '#shared/vat/types.ts';
import { isBlank } from './amounts.ts';
import type { VatTable } from './find-table.ts';
import { gridNamed, type Named } from './grid-names.ts';
import { returnColumns } from './guess.ts';
import { isTotal } from './headings.ts';
import { readPeriod } from './periods.ts';

/** A text of the table and where it stands: `C5`. */
export interface Said {
  readonly text: string;
  readonly place: string;
}

/** An amount as the table has it; `named` is `null` where nothing says which grid it is. */
export interface AmountCell extends Said {
  readonly named: Named | null;
  /** What the line calls itself. */
  readonly label: string;
  readonly column: number;
  readonly isNumber: boolean;
}

/** What belongs to one return, before any of it is understood. `null`: the table does not say. */
export interface Collected {
  readonly place: string;
  readonly enterpriseNumber: Said | null;
  readonly period: Said | null;
  readonly cells: readonly AmountCell[];
}

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
/** @param column from 0 @param row from 1 */
export const placeOf = (column: number, row: number): string => `${letters(column)}${row}`;

const wrong = (): GuichetError => new GuichetError('vatTable.mapping');
const at = (row: TableRow, column: number | null): Said | null => {
  if (column === null) return null;
  return { text: row.cells[column] ?? '', place: placeOf(column, row.row) };
};

function cell(table: VatTable, row: TableRow, column: number, named: Named | null, label: string): AmountCell {
  return {
    text: row.cells[column] ?? '',
    place: placeOf(column, row.row),
    named,
    label,
    column,
    isNumber: table.isNumber(row.row - 1, column),
  };
}

/** A line per return. Columns that are called like a grid no return has are read too, so that their amounts do not vanish. */
function fromRows(table: VatTable, { enterpriseNumber, period, grids }: VatMapping): Collected[] {
  const mapped = (Object.entries(grids) as [Grid, number][]).map(([grid, column]) => ({
    column,
    named: { kind: 'grid', grid } as const,
  }));
  if (mapped.length === 0) throw wrong();
  const used = new Set<number | null>([...mapped.map(({ column }) => column), enterpriseNumber, period]);
  const others = table.headings.flatMap((heading, column) => {
    const named = used.has(column) ? null : gridNamed(heading);
    return named && named.kind !== 'grid' ? [{ column, named }] : [];
  });
  const columns = [...mapped, ...others].sort((a, b) => a.column - b.column);
  return table.rows.flatMap((row): Collected[] => {
    const number = at(row, enterpriseNumber);
    const cells = columns.map(({ column, named }) => cell(table, row, column, named, table.headings[column] ?? ''));
    const total = row.cells.some(isTotal) && (number === null || findEnterpriseNumber(number.text) === null);
    const nothing = cells.every(({ text }) => isBlank(text)) && (number === null || findEnterpriseNumber(number.text) === null);
    if (total || nothing) return [];
    return [{ place: placeOf(columns[0]!.column, row.row), enterpriseNumber: number, period: at(row, period), cells }];
  });
}

const lineOf = (table: VatTable, row: TableRow, gridColumn: number, column: number): AmountCell => {
  const label = row.cells[gridColumn] ?? '';
  return cell(table, row, column, gridNamed(label), label);
};
const keyOf = (said: Said | null): string => (said === null ? '' : (findEnterpriseNumber(said.text) ?? said.text));

/** A line per amount: those of the same client and period are one return. */
function fromList(table: VatTable, { enterpriseNumber, period, gridColumn, amountColumn }: VatMapping): Collected[] {
  if (gridColumn === null || amountColumn === null) throw wrong();
  const found = new Map<string, { first: Collected; cells: AmountCell[] }>();
  for (const row of table.rows) {
    const line = lineOf(table, row, gridColumn, amountColumn);
    if (isBlank(line.text) && line.named === null) continue;
    if (line.named === null && row.cells.some(isTotal)) continue;
    const first = { place: line.place, enterpriseNumber: at(row, enterpriseNumber), period: at(row, period), cells: [] };
    const read = first.period && readPeriod(first.period.text);
    const key = `${keyOf(first.enterpriseNumber)} ${read ? JSON.stringify(read) : (first.period?.text ?? '')}`;
    const known = found.get(key);
    if (known) known.cells.push(line);
    else found.set(key, { first, cells: [line] });
  }
  return [...found.values()].map(({ first, cells }) => ({ ...first, cells }));
}

/** The nearest cell above a column that says who or when. */
function aboveColumn(table: VatTable, column: number, says: (text: string) => boolean): Said | null {
  const row = table.above.findLastIndex((cells) => says(cells[column] ?? ''));
  return row === -1 ? null : { text: table.above[row]![column]!, place: placeOf(column, row + 1) };
}

/** A line per grid: one column of amounts, or each column a return. */
function fromColumns(table: VatTable, { gridColumn, amountColumn }: VatMapping): Collected[] {
  if (gridColumn === null) throw wrong();
  const columns = amountColumn === null ? returnColumns(table, gridColumn) : [amountColumn];
  if (columns.length === 0) throw wrong();
  return columns.map((column) => ({
    place: placeOf(column, table.rows[0]?.row ?? 1),
    enterpriseNumber: aboveColumn(table, column, (text) => findEnterpriseNumber(text) !== null),
    period: aboveColumn(table, column, (text) => readPeriod(text) !== null),
    cells: table.rows
      .map((row) => lineOf(table, row, gridColumn, column))
      .filter(({ named, text, label }) => named !== null || (!isBlank(text) && !isTotal(label))),
  }));
}

const COLLECT = { rows: fromRows, list: fromList, columns: fromColumns } as const;

/** The returns of a table, in its order. @throws GuichetError `vatTable.mapping` when the mapping does not fit the table */
export function collect(table: VatTable, mapping: VatMapping): Collected[] {
  const { enterpriseNumber, period, gridColumn, amountColumn, grids } = mapping;
  const width = table.headings.length;
  const columns = [enterpriseNumber, period, gridColumn, amountColumn, ...Object.values(grids)];
  if (columns.some((column) => column !== null && column !== undefined && (column < 0 || column >= width))) throw wrong();
  return COLLECT[mapping.layout](table, mapping);
}
