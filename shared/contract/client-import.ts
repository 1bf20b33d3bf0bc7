import { z } from 'zod';
import { core } from './define.ts';
import { zBytes, zId } from './values.ts';

/** What a column of a client list can be. */
export const CLIENT_FIELDS = [
  'enterpriseNumber',
  'name',
  'folderCode',
  'street',
  'postCode',
  'city',
  'countryCode',
  'email',
  'phone',
  'language',
  'regime',
] as const;
export type ClientField = (typeof CLIENT_FIELDS)[number];

/** Column indexes, from 0, of the fields that the list has. */
export const zColumnMapping = z.partialRecord(z.enum(CLIENT_FIELDS), z.number().int().min(0).max(500));
export type ColumnMapping = z.infer<typeof zColumnMapping>;

/** What would become of a row. `error`: it is left out, `problems` says why. */
export const zImportRow = z.object({
  /** As the spreadsheet counts it, from 1; titles and headings above it count too. */
  row: z.number().int(),
  enterpriseNumber: z.string(),
  name: z.string(),
  action: z.enum(['create', 'update', 'same', 'error']),
  /** Fields that would change, old and new. */
  changes: z.array(z.object({ field: z.enum(CLIENT_FIELDS), before: z.string(), after: z.string() })),
  /** Codes with the field and value they are about; with an action other than `error`, the value alone is left out. */
  problems: z.array(z.object({ code: z.string(), field: z.enum(CLIENT_FIELDS), value: z.string() })),
});
export type ImportRow = z.infer<typeof zImportRow>;

const zCounts = z.object({ create: z.number().int(), update: z.number().int(), same: z.number().int(), error: z.number().int() });

export const clientImportContract = {
  /**
   * Reads a CSV or XLSX list and keeps it for a while. `mapping` is what the headings suggest.
   * @throws `table.unreadable`, `table.empty`, `table.tooLarge`, `table.type`, `table.xls`, `table.password`
   */
  'clientImport.read': core(
    z.object({ bytes: zBytes, fileName: z.string().max(255) }),
    z.object({
      tableId: zId,
      rows: z.number().int(),
      columns: z.array(z.object({ index: z.number().int(), heading: z.string(), samples: z.array(z.string()) })),
      mapping: zColumnMapping,
    }),
  ),
  /** @throws `table.gone`, `clientImport.mapping` when no column holds the enterprise number */
  'clientImport.preview': core(
    z.object({ tableId: zId, mapping: zColumnMapping }),
    z.object({ counts: zCounts, rows: z.array(zImportRow) }),
  ),
  /** All of it in one transaction. Rows with errors are left out and counted. */
  'clientImport.apply': core(z.object({ tableId: zId, mapping: zColumnMapping }), z.object({ counts: zCounts })),
};
