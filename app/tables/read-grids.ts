import { fileKind } from './file-kind.ts';
import { type Grid, LIMITS, tooLarge } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/**
 * The sheets of a CSV or XLSX file, as text.
 * @throws GuichetError `table.unreadable`, `table.tooLarge`, `table.type`, `table.xls`, `table.password`
 */
export async function readGrids(bytes: Uint8Array): Promise<Grid[]> {
  if (bytes.byteLength > LIMITS.fileBytes) throw tooLarge();
  return fileKind(bytes) === 'xlsx' ? readXlsx(bytes) : [readCsv(bytes)];
}
