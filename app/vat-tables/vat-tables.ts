import type { Context } from '#app/core/context.ts';
import type { Filing } from '#app/filing/index.ts';
import { query, type Reader } from '#app/platform/db/index.ts';
import type { Sheet } from '#app/tables/grid.ts';
import { describeColumns } from '#app/tables/headed.ts';
import { keepTables } from '#app/tables/kept.ts';
import { readSheets } from '#app/tables/read-sheets.ts';
import type { Handlers, Output, Parsed } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { periodKey } from '#shared/domain/period.ts';
import type { Regime } from '#shared/vat/types.ts';
import { findTable, type VatTable } from './find-table.ts';
import { guessMapping } from './guess.ts';
import { mappings } from './mappings.ts';
import { periodMeant } from './periods.ts';
import { type Known, planTable, refusal, type TableClient } from './plan.ts';

type ClientRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly regime: Regime | null;
  readonly merged: number;
};
const everyClient = query<ClientRow>(
  'vatTable.clients',
  'SELECT id, enterprise_number AS number, name, regime, merged_into IS NOT NULL AS merged FROM client',
);

export interface VatTables {
  readonly handlers: Handlers<'vatTable.read' | 'vatTable.preview' | 'vatTable.apply'>;
  close(): void;
}

/** Of several sheets the one that names the most grids; the first of equals. */
function best(sheets: readonly Sheet[]): VatTable | null {
  const found = sheets.map((sheet) => {
    const table = findTable(sheet);
    const { grids, gridColumn } = guessMapping(table);
    return { sheet, weight: gridColumn === null ? Object.keys(grids).length * table.rows.length : table.rows.length };
  });
  const [first] = [...found].sort((a, b) => b.weight - a.weight);
  return first ? findTable(first.sheet, found.filter(({ weight }) => weight > 0).length - (first.weight > 0 ? 1 : 0)) : null;
}

/** VAT figures from spreadsheets into drafts. */
export function createVatTables(context: Context, { filling }: Pick<Filing, 'filling'>): VatTables {
  const { db, id, ports } = context;
  const tables = keepTables<VatTable>(ports.timers, id);

  const knownTo = (reader: Reader, { clientId, periodKey: key }: Parsed<'vatTable.preview'>): Known => {
    const clients = reader.all(everyClient);
    const given = clients.find((client) => client.id === clientId);
    if (clientId !== undefined && !given) throw new GuichetError('vat.unknown_client');
    return {
      clients: new Map(
        clients.map(({ number, merged, ...client }): [string, TableClient] => [number, { ...client, merged: merged === 1 }]),
      ),
      outcome: (client, period, grids) => filling.plan(reader, client, period, grids).action,
      enterpriseNumber: given?.number ?? null,
      periodKey: key ?? null,
    };
  };

  const read = async ({ bytes }: Parsed<'vatTable.read'>): Promise<Output<'vatTable.read'>> => {
    const table = best(await readSheets(bytes));
    if (!table || table.rows.length === 0) throw new GuichetError('table.empty', { action: 'chooseFile' });
    const before = mappings.of(db, table);
    const { enterpriseNumber, period } = table.said;
    return {
      tableId: tables.keep(table),
      known: before !== null,
      mapping: before ?? guessMapping(table),
      columns: describeColumns(table),
      rows: table.rows.length,
      said: { enterpriseNumber, periodKey: period ? periodKey(periodMeant(period, null)) : null },
      otherSheets: table.otherSheets,
    };
  };

  return {
    handlers: {
      'vatTable.read': read,
      'vatTable.preview': (input) => ({
        returns: planTable(tables.get(input.tableId), input.mapping, knownTo(db, input)).map(({ shown }) => shown),
      }),
      'vatTable.apply': (input) => {
        const table = tables.get(input.tableId);
        const planned = planTable(table, input.mapping, knownTo(db, input));
        const returns = planned.map(({ shown, store }) => {
          if (store === null) return { ...shown, returnId: null };
          try {
            return { ...shown, ...filling.fill(store.clientId, store.periodKey, store.grids) };
          } catch (error) {
            return { ...shown, action: 'error' as const, problems: [...shown.problems, refusal(error, '')], returnId: null };
          }
        });
        db.write((tx) => mappings.keep(tx, table, input.mapping, context.now()));
        return { returns };
      },
    },
    close: tables.close,
  };
}
