import { findEnterpriseNumber, saysNoNumber } from '#app/tables/enterprise-number.ts';
import type { Table, TableRow } from '#app/tables/headed.ts';
import { CLIENT_FIELDS, type ClientField, type ColumnMapping, type ImportRow } from '#shared/contract/client-import.ts';
import type { Client } from '#shared/contract/clients.ts';
import type { EnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { nameKey } from '#shared/domain/safe-name.ts';
import { READERS, TOWN, type ValueField } from './fields.ts';

type Problem = ImportRow['problems'][number];
type Values = Partial<Record<ValueField, string>>;

/** What is known before the list is read. */
export interface Known {
  /** Clients by their number. */
  readonly clients: ReadonlyMap<string, Client>;
  /** Numbers that another client has taken over. */
  readonly merged: ReadonlySet<string>;
  /** Folder names in use, by key, and by whom: a client's id. */
  readonly folders: ReadonlyMap<string, string>;
}

export interface PlannedRow {
  readonly shown: ImportRow;
  /** What is to be stored of it; `null` where nothing changes. */
  readonly store: { readonly number: EnterpriseNumber; readonly client: Client | null; readonly values: Values } | null;
}

const VALUE_FIELDS = CLIENT_FIELDS.filter((field): field is ValueField => field !== 'enterpriseNumber');

function readValues(cells: readonly string[], mapping: ColumnMapping): { values: Values; problems: Problem[] } {
  const values: Values = {};
  const problems: Problem[] = [];
  for (const field of VALUE_FIELDS) {
    const column = mapping[field];
    const cell = column === undefined ? '' : (cells[column] ?? '');
    if (cell === '') continue;
    const { value, problem } = READERS[field](cell);
    if (problem !== undefined) problems.push({ code: problem, field, value: cell.slice(0, 80) });
    // Nothing in the list never takes away what the firm has written.
    else if (value !== '') values[field] = value;
  }
  const town = mapping.postCode === undefined ? TOWN.exec(values.city ?? '') : null;
  return { values: town ? { ...values, postCode: town[1]!, city: town[2]! } : values, problems };
}

const before = (client: Client | null, field: ValueField): string => String(client?.[field] ?? '');

/** What would become of every row, in the order of the list; the first row of a number counts. */
export function planImport(table: Table, mapping: ColumnMapping, known: Known): PlannedRow[] {
  const firstRow = new Map<string, number>();
  const folders = new Map(known.folders);
  const numberColumn = mapping.enterpriseNumber ?? -1;

  const plan = ({ row, cells }: TableRow): PlannedRow => {
    const written = cells[numberColumn] ?? '';
    const number = findEnterpriseNumber(written);
    const { values, problems } = readValues(cells, mapping);
    const refuse = (code: string, field: ClientField, value: string): PlannedRow => ({
      shown: {
        ...{ row, enterpriseNumber: number ?? written.slice(0, 40), name: values.name ?? '', action: 'error', changes: [] },
        problems: [{ code, field, value: value.slice(0, 80) }],
      },
      store: null,
    });
    if (number === null)
      return refuse(saysNoNumber(written) ? 'clientImport.numberMissing' : 'clientImport.number', 'enterpriseNumber', written);
    const earlier = firstRow.get(number);
    if (earlier !== undefined) return refuse('clientImport.twice', 'enterpriseNumber', formatEnterpriseNumber(number));
    firstRow.set(number, row);
    if (known.merged.has(number)) return refuse('clientImport.merged', 'enterpriseNumber', formatEnterpriseNumber(number));
    const client = known.clients.get(number) ?? null;
    if (client === null && values.name === undefined) return refuse('clientImport.name', 'name', formatEnterpriseNumber(number));

    // A folder is taken for whoever comes first, in the firm's own list or in this one.
    if (values.folderCode !== undefined) {
      const key = nameKey(values.folderCode);
      const owner = folders.get(key);
      if (owner !== undefined && owner !== client?.id && owner !== number) {
        problems.push({ code: 'clientImport.folderCodeTaken', field: 'folderCode', value: values.folderCode });
        delete values.folderCode;
      } else folders.set(key, client?.id ?? number);
    }
    const changes = VALUE_FIELDS.flatMap((field) => {
      const after = values[field];
      return after === undefined || after === before(client, field) ? [] : [{ field, before: before(client, field), after }];
    });
    const action = client === null ? 'create' : changes.length > 0 ? 'update' : 'same';
    const name = values.name ?? client?.name ?? '';
    return {
      shown: { row, enterpriseNumber: number, name, action, changes, problems },
      store: action === 'same' ? null : { number, client, values },
    };
  };

  return table.rows.map(plan);
}

export function countActions(rows: readonly PlannedRow[]): Record<ImportRow['action'], number> {
  const counts = { create: 0, update: 0, same: 0, error: 0 };
  for (const { shown } of rows) counts[shown.action] += 1;
  return counts;
}
