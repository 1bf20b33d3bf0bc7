import { z } from 'zod';
import { core } from './define.ts';
import { zBytes, zCents, zId, zPeriodKey } from './values.ts';
import { zGrid } from './vat.ts';

/**
 * How a table of VAT figures is read. `rows`: a line per return with a column per grid; `columns`: a line per grid with a column per return;
 * `list`: a line per amount. `null`: not in the table; period and client are then the ones given.
 */
export const zVatMapping = z.object({
  layout: z.enum(['rows', 'columns', 'list']),
  enterpriseNumber: z.number().int().nullable(),
  period: z.number().int().nullable(),
  /** `columns`: the column of the grids' names; `list`: of each line's grid. */
  gridColumn: z.number().int().nullable(),
  /** `list` and single returns: the column of the amounts. */
  amountColumn: z.number().int().nullable(),
  /** `rows`: the column of each grid. */
  grids: z.partialRecord(zGrid, z.number().int()),
});
export type VatMapping = z.infer<typeof zVatMapping>;

/** A return read from a table. `error`: it is left out whole, `problems` says why and where. */
export const zTableReturn = z.object({
  enterpriseNumber: z.string(),
  clientName: z.string().nullable(),
  periodKey: z.string(),
  grids: z.partialRecord(zGrid, zCents),
  action: z.enum(['create', 'update', 'same', 'error']),
  /** `place`: the cell, `C5`. `expected`: what should stand there, or where it stands already. Without an error they are notes. */
  problems: z.array(z.object({ code: z.string(), place: z.string(), value: z.string(), expected: z.string().optional() })),
});
export type TableReturn = z.infer<typeof zTableReturn>;

const zAsked = z.object({
  tableId: zId,
  mapping: zVatMapping,
  /** For what the lines and columns do not say. */
  clientId: zId.optional(),
  periodKey: zPeriodKey.optional(),
});

export const vatTablesContract = {
  /** Reads a CSV or XLSX table. `known`: the mapping was used for such a table before. @throws `table.*` as `clientImport.read` */
  'vatTable.read': core(
    z.object({ bytes: zBytes, fileName: z.string().max(255) }),
    z.object({
      tableId: zId,
      known: z.boolean(),
      mapping: zVatMapping,
      columns: z.array(z.object({ index: z.number().int(), heading: z.string(), samples: z.array(z.string()) })),
      rows: z.number().int(),
      /** The client and period that stand above the table; they count where no others are given. */
      said: z.object({ enterpriseNumber: z.string().nullable(), periodKey: z.string().nullable() }),
      /** Sheets of the workbook with such a table that are not read. */
      otherSheets: z.number().int(),
    }),
  ),
  /** @throws `table.gone`, `vatTable.mapping` when it does not fit the table, `vat.unknown_client` */
  'vatTable.preview': core(zAsked, z.object({ returns: z.array(zTableReturn) })),
  /** All or nothing of each return; remembers the mapping. */
  'vatTable.apply': core(zAsked, z.object({ returns: z.array(zTableReturn.extend({ returnId: zId.nullable() })) })),
};
