import { fileKind } from './file-kind.ts';
import { LIMITS, type Sheet, tooLarge } from './grid.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/**
 * The sheets of a CSV or XLSX file.
 * @throws GuichetError `table.unreadable`, `table.tooLarge`, `table.type`, `table.xls`, `table.password`
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.byteLength > LIMITS.fileBytes) throw tooLarge();
  return fileKind(bytes) === 'xlsx' ? readXlsx(bytes) : [{ grid: readCsv(bytes), isNumber: () => false }];
}
