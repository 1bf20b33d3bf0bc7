import readWorkbook from 'read-excel-file/universal';
import { type Grid, tidyGrid, unreadable } from './grid.ts';
import { guardWorkbook } from './workbook-guard.ts';

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell);
}

/** The sheets of a workbook that hold something, in its order. @throws GuichetError `table.unreadable`, `table.tooLarge` */
export async function readXlsx(bytes: Uint8Array): Promise<Grid[]> {
  const workbook = guardWorkbook(bytes);
  const sheets = await readWorkbook(workbook).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  return sheets.map(({ data }) => tidyGrid(data.map((row) => row.map(textOf)))).filter((grid) => grid.length > 0);
}
