import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { Grid, Sheet } from '#app/tables/grid.ts';
import { headedTable, type Table } from '#app/tables/headed.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { gridNamed } from './grid-names.ts';
import { roleOf } from './headings.ts';
import { type ReadPeriod, readPeriod } from './periods.ts';

/** A sheet with its table found. Columns count from 0, rows as in the sheet from 1. */
export interface VatTable extends Table {
  /** What is said above the first line of amounts, headings included: the sheet's rows. */
  readonly above: Grid;
  /** The column that names grids line by line; `null` where a row of headings names them. */
  readonly gridColumn: number | null;
  /** The only client and period named above the table, when it is one. */
  readonly said: { readonly enterpriseNumber: EnterpriseNumber | null; readonly period: ReadPeriod | null };
  /** A number and not text that looks like one. */
  isNumber(row: number, column: number): boolean;
  /** Other sheets of the workbook that hold such a table, and are not read. */
  readonly otherSheets: number;
}

/** Titles, dates and empty lines may stand above the headings. */
const LOOKED_AT = 40;
/** Rows by which a column is judged. */
const JUDGED = 500;
/** Share of a column's cells that makes it the column of the grids. */
const MOST = 0.6;

const isGrid = (cell: string): boolean => {
  const named = gridNamed(cell);
  return named !== null && named.kind !== 'unknown';
};
const nameKey = (cell: string): string => {
  const named = gridNamed(cell);
  return named?.kind === 'grid' ? named.grid : named?.kind === 'sum' ? named.sum : '';
};
/** The cells that name a grid; beside names in words bare numbers are amounts. */
function namesIn(cells: readonly string[]): string[] {
  const named = cells.filter(isGrid);
  const bare = (cell: string): boolean => /^\d{1,2}(?:\.0)?$/.test(cell);
  return named.some((cell) => !bare(cell) && gridNamed(cell)?.kind === 'grid') ? named.filter((cell) => !bare(cell)) : named;
}
const distinct = (cells: readonly string[]): number => new Set(cells.map(nameKey).filter((key) => key !== '')).size;

/** The row that names the most grids and hardly anything unknown. */
function gridHeading(grid: Grid): { at: number; names: number; roles: number } {
  let best = { at: -1, names: 0, roles: 0 };
  // The last row heads nothing.
  for (const [at, row] of grid.slice(0, Math.min(LOOKED_AT, grid.length - 1)).entries()) {
    const filled = row.filter((cell) => cell !== '');
    const roles = filled.filter((cell) => roleOf(cell) !== null).length;
    const named = namesIn(filled);
    const heads = named.length + roles;
    const names = distinct(named);
    if (names > best.names && heads * 2 >= filled.length && !filled.some((cell) => findEnterpriseNumber(cell) !== null))
      best = { at, names, roles };
  }
  return best;
}

interface GridColumn {
  readonly column: number;
  readonly names: number;
  /** Row of its first grid, from 0. */
  readonly first: number;
}

/** The column that names grids line by line; `null`: there is none. */
function gridColumnOf(grid: Grid): GridColumn | null {
  const rows = grid.slice(0, JUDGED);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const first = cells.findIndex(isGrid);
    const below = first === -1 ? [] : cells.slice(first).filter((cell) => cell !== '');
    const named = namesIn(below);
    return { column, first, names: named.length < below.length * MOST ? 0 : distinct(named) };
  });
  // Of two that fit the left one: the number stands before its label.
  return columns.filter(({ names }) => names > 0).sort((a, b) => b.names - a.names || a.column - b.column)[0] ?? null;
}

/** The only value that all agree on. */
function only<T>(values: readonly T[], key: (value: T) => string): T | null {
  return new Set(values.map(key)).size === 1 ? values[0]! : null;
}

/** The parts of a title in which a client or a period may stand: `Période : 10/2026`. */
const partsOf = (cell: string): string[] => [cell, ...(cell.includes(':') ? [cell.slice(cell.indexOf(':') + 1).trim()] : [])];

function saidIn(rows: Grid): VatTable['said'] {
  const parts = rows.flat().flatMap(partsOf);
  const numbers = parts.map(findEnterpriseNumber).filter((number) => number !== null);
  // A day above a table is when it was printed.
  const periods = parts.map(readPeriod).filter((period) => period !== null && period.kind === 'period');
  return { enterpriseNumber: only(numbers, String), period: only(periods, (period) => JSON.stringify(period)) };
}

/** Headings in words that nobody knows: the line over the first that holds a client, a period or an amount. */
function wordsAbove(grid: Grid): number {
  const tells = (cell: string): boolean =>
    findEnterpriseNumber(cell) !== null || readPeriod(cell) !== null || /^[-\d.,\s€()]*\d[-\d.,\s€()]*$/.test(cell);
  const first = grid.slice(0, LOOKED_AT).findIndex((row) => row.some(tells));
  return grid.slice(0, Math.max(first, 0)).findLastIndex((row) => row.some((cell) => cell !== ''));
}

/** Lays a sheet out: where its headings are, and what stands above them. */
export function findTable({ grid, isNumber }: Sheet, otherSheets = 0): VatTable {
  const heading = gridHeading(grid);
  const column = gridColumnOf(grid);
  const inRows = heading.names > 1 || heading.roles > 0 ? heading.names : 0;
  // Small whole amounts look like grids too; below a heading with other words in its row they are none.
  const below = heading.roles > 0 && column?.first === heading.at;
  if (column === null || below || inRows > column.names || (heading.roles > 0 && inRows > 0 && inRows === column.names)) {
    const at = heading.names > 0 ? heading.at : wordsAbove(grid);
    const above = grid.slice(0, Math.max(at, 0));
    return { ...headedTable(grid, at), above, said: saidIn(above), gridColumn: null, isNumber, otherSheets };
  }
  const above = grid.slice(0, column.first);
  const at = above.findLastIndex((row) => row.some((cell) => cell !== ''));
  return { ...headedTable(grid, at), above, said: saidIn(above), gridColumn: column.column, isNumber, otherSheets };
}
