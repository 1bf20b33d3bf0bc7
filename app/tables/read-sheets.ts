import { fileKind } from './file-kind.ts';
import { LIMITS, type Sheet, tooLarge } from './grid.ts';

/**
 * The sheets of a CSV or XLSX file.
 * @throws GuichetError `table.unreadable`, `table.tooLarge`, `table.type`, `table.xls`, `table.password`
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.byteLength > LIMITS.fileBytes) throw tooLarge();
  // Each reader is only loaded for a file of its kind.
  if (fileKind(bytes) === 'xlsx') return (await import('./read-xlsx.ts')).readXlsx(bytes);
  const { readCsv } = await import('./read-csv.ts');
  return [{ grid: readCsv(bytes), isNumber: () => false }];
}
