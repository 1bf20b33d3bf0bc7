import { type Grid, isEmptyRow } from './grid.ts';
import { fieldOf, plain } from './headings.ts';
import { findEnterpriseNumber } from './values/enterprise-number.ts';

/** A list with its headings found and its empty rows left out. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Titles, dates and empty lines may stand above the headings. */
const LOOKED_AT = 30;

const named = (row: readonly string[]): number =>
  new Set(row.map((cell) => fieldOf(cell)?.field).filter((field) => field !== undefined)).size;
const hasNumber = (row: readonly string[]): boolean => row.some((cell) => findEnterpriseNumber(cell) !== null);

/** Where the headings stand, -1 where there are none. */
function headingIndex(grid: Grid): number {
  const top = grid.slice(0, LOOKED_AT);
  const firstData = top.findIndex(hasNumber);
  const above = top.slice(0, firstData === -1 ? top.length : firstData);
  const scores = above.map(named);
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  // Words nobody knows: the line with the most cells over the first row of data.
  const widths = above.map((row) => row.filter((cell) => cell !== '').length);
  const widest = Math.max(0, ...widths);
  return firstData === -1 || widest < 2 ? -1 : widths.lastIndexOf(widest);
}

const HOUSE = new Set([
  'nr',
  'no',
  'n',
  'num',
  'numero',
  'nummer',
  'huisnummer',
  'huisnr',
  'house number',
  'hausnummer',
  'hausnr',
  'number',
]);
const BOX = new Set(['bus', 'busnr', 'busnummer', 'bte', 'boite', 'box', 'postbus', 'briefkasten']);

/** House number and box in columns of their own are read with the street, since a client has one line for them. */
function joinStreet(headings: readonly string[], cells: readonly string[]): readonly string[] {
  const street = headings.findIndex((heading) => fieldOf(heading)?.field === 'street');
  if (street === -1) return cells;
  const next = (offset: number, words: ReadonlySet<string>): string =>
    words.has(plain(headings[street + offset] ?? '')) ? (cells[street + offset] ?? '') : '';
  const house = next(1, HOUSE);
  const box = house === '' ? next(1, BOX) : next(2, BOX);
  const line = [cells[street] ?? '', house, box === '' ? '' : `/ ${box}`].filter((part) => part !== '').join(' ');
  return cells.with(street, line);
}

/** A later line of the same headings, as lists printed in pages have it. */
const repeats = (headings: readonly string[], cells: readonly string[]): boolean =>
  headings.some((heading) => heading !== '') && headings.every((heading, column) => heading === (cells[column] ?? ''));

export function tableOf(grid: Grid): Table {
  const at = headingIndex(grid);
  const width = Math.max(0, ...grid.slice(Math.max(at, 0)).map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  const filled = (row: readonly string[]): string[] => Array.from({ length: width }, (_, column) => row[column] ?? '');
  const headings = filled(at === -1 ? [] : grid[at]!).map((heading) => heading.replace(/\s+/g, ' '));
  const rows = grid.flatMap((row, index): TableRow[] => {
    if (index <= at || isEmptyRow(row)) return [];
    const cells = filled(row);
    return repeats(headings, cells) ? [] : [{ row: index + 1, cells: joinStreet(headings, cells) }];
  });
  return { headings, rows };
}
