import { type Grid, isEmptyRow } from './grid.ts';

/** A sheet with its headings found and its empty rows left out. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As the spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

const SAMPLES = 4;
const SAMPLE_LENGTH = 60;
const HEADING_LENGTH = 100;

/** A later line of the same headings, as lists printed in pages have it. */
const repeats = (headings: readonly string[], cells: readonly string[]): boolean =>
  headings.some((heading) => heading !== '') && headings.every((heading, column) => heading === (cells[column] ?? ''));

/** The table below the headings in row `at`, from 0; -1 for one without headings. */
export function headedTable(grid: Grid, at: number): Table {
  const width = Math.max(0, ...grid.slice(Math.max(at, 0)).map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  const filled = (row: readonly string[]): string[] => Array.from({ length: width }, (_, column) => row[column] ?? '');
  const headings = filled(at === -1 ? [] : grid[at]!).map((heading) => heading.replace(/\s+/g, ' '));
  const rows = grid.flatMap((row, index): TableRow[] => {
    if (index <= at || isEmptyRow(row)) return [];
    const cells = filled(row);
    return repeats(headings, cells) ? [] : [{ row: index + 1, cells }];
  });
  return { headings, rows };
}

/** Each column with its heading and a few different values, for whoever says what it holds. */
export function describeColumns({ headings, rows }: Table): { index: number; heading: string; samples: string[] }[] {
  return headings.map((heading, index) => {
    const samples = new Set<string>();
    for (const { cells } of rows) {
      if (samples.size === SAMPLES) break;
      if (cells[index]) samples.add(cells[index].slice(0, SAMPLE_LENGTH));
    }
    return { index, heading: heading.slice(0, HEADING_LENGTH), samples: [...samples] };
  });
}
