import readWorkbook from 'read-excel-file/universal';
import { type Sheet, tidyGrid, unreadable } from './grid.ts';
import { guardWorkbook } from './workbook-guard.ts';

/** Cents that are not whole only because computers count in binary: 0.1 + 0.2. */
const NOISE = 1e-7;

function numberText(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(Math.abs(value - rounded) < NOISE ? rounded + 0 : value);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? numberText(cell) : String(cell);
}

/** The sheets of a workbook that hold something, in its order. @throws GuichetError `table.unreadable`, `table.tooLarge` */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const workbook = guardWorkbook(bytes);
  const sheets = await readWorkbook(workbook).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  return sheets
    .map(({ data }) => ({
      grid: tidyGrid(data.map((row) => row.map(textOf))),
      isNumber: (row: number, column: number) => typeof data[row]?.[column] === 'number',
    }))
    .filter(({ grid }) => grid.length > 0);
}
