import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { Grid } from '#app/tables/grid.ts';
import { headedTable, type Table } from '#app/tables/headed.ts';
import { plain } from '#app/tables/plain.ts';
import { fieldOf } from './headings.ts';

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

export function tableOf(grid: Grid): Table {
  const { headings, rows } = headedTable(grid, headingIndex(grid));
  return { headings, rows: rows.map(({ row, cells }) => ({ row, cells: joinStreet(headings, cells) })) };
}
