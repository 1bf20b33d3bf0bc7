import type { Clients } from '#app/clients/clients.ts';
import { foldersOf } from '#app/clients/folder-code.ts';
import type { Context } from '#app/core/context.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import { blankFailures, type Grid } from '#app/tables/grid.ts';
import { describeColumns, type Table } from '#app/tables/headed.ts';
import { keepTables } from '#app/tables/kept.ts';
import { readSheets } from '#app/tables/read-sheets.ts';
import type { ColumnMapping } from '#shared/contract/client-import.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { suggestMapping } from './mapping.ts';
import { countActions, type Known, type PlannedRow, planImport } from './plan.ts';
import { tableOf } from './table.ts';

const mergedNumbers = query<{ number: string }>(
  'clientImport.merged',
  'SELECT enterprise_number AS number FROM client WHERE merged_into IS NOT NULL',
);

export interface ClientImport {
  read(input: Parsed<'clientImport.read'>): Promise<Output<'clientImport.read'>>;
  preview(input: Parsed<'clientImport.preview'>): Output<'clientImport.preview'>;
  apply(input: Parsed<'clientImport.apply'>): Output<'clientImport.apply'>;
  close(): void;
}

/** Of several sheets the one with the most numbers. */
function best(grids: readonly Grid[]): { table: Table; mapping: ColumnMapping } | null {
  const read = grids.map(tableOf).map((table) => ({ table, mapping: suggestMapping(table) }));
  const weight = ({ table, mapping }: (typeof read)[number]): number =>
    mapping.enterpriseNumber === undefined ? 0 : 1 + table.rows.length;
  return read.sort((a, b) => weight(b) - weight(a) || b.table.rows.length - a.table.rows.length)[0] ?? null;
}

export function createClientImport(context: Context, clients: Clients): ClientImport {
  const { db, audit, users, events, id, ports } = context;
  const tables = keepTables<Table>(ports.timers, id);

  const known = (reader: Reader): Known => ({
    clients: new Map(clients.all(reader).map((client) => [client.enterpriseNumber, client])),
    merged: new Set(reader.all(mergedNumbers).map(({ number }) => number)),
    folders: foldersOf(reader),
  });
  const plan = (reader: Reader, { tableId, mapping }: { tableId: string; mapping: ColumnMapping }): PlannedRow[] => {
    const table = tables.get(tableId);
    if (mapping.enterpriseNumber === undefined) throw new GuichetError('clientImport.mapping');
    return planImport(table, mapping, known(reader));
  };

  return {
    read: async ({ bytes }) => {
      const found = best((await readSheets(bytes)).map(({ grid }) => blankFailures(grid)));
      if (!found || found.table.rows.length === 0) throw new GuichetError('table.empty', { action: 'chooseFile' });
      const { table, mapping } = found;
      return { tableId: tables.keep(table), rows: table.rows.length, columns: describeColumns(table), mapping };
    },
    preview: (input) => {
      const rows = plan(db, input);
      return { counts: countActions(rows), rows: rows.map(({ shown }) => shown) };
    },
    apply: (input) => {
      const counts = db.write((tx) => {
        const rows = plan(tx, input);
        for (const { store } of rows) {
          if (!store) continue;
          const saved = clients.describe(tx, store.number, store.values);
          audit.append(tx, { kind: 'client.saved', userId: users.current().id, clientId: saved.id, subjectId: saved.id });
        }
        const sums = countActions(rows);
        audit.append(tx, { kind: 'clients.imported', userId: users.current().id, params: sums, shown: true });
        return sums;
      });
      for (const topic of ['clients', 'documents', 'vat', 'status', 'activity'] as const) events.publish(topic);
      return { counts };
    },
    close: tables.close,
  };
}
