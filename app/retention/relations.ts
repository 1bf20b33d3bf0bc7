import { query, type Reader } from '#app/platform/db/index.ts';

/** A column by which rows of a table belong to rows of another. */
export interface Relation {
  readonly table: string;
  readonly column: string;
  readonly toTable: string;
  readonly toColumn: string;
}

const tableNames = query<{ name: string }>(
  'relations.tables',
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
);
const columnsOf = query<{ name: string }, { table: string }>('relations.columns', 'SELECT name FROM pragma_table_info(@table)');
const foreignKeys = query<{ column: string; toTable: string; toColumn: string }, { table: string }>(
  'relations.foreignKeys',
  'SELECT "from" AS "column", "table" AS toTable, "to" AS toColumn FROM pragma_foreign_key_list(@table)',
);

/** What columns of these names mean where no foreign key says it. */
const BY_NAME: Readonly<Record<string, readonly [table: string, column: string]>> = {
  client_id: ['client', 'id'],
  document_seq: ['document', 'seq'],
  document_id: ['document', 'id'],
  return_id: ['vat_return', 'id'],
};

export const tablesOf = (reader: Reader): string[] => reader.all(tableNames).map(({ name }) => name);

/** How all tables hang together, read from the schema, so that a table added later is not forgotten. */
export function relationsOf(reader: Reader): Relation[] {
  return tablesOf(reader).flatMap((table) => {
    const declared = reader.all(foreignKeys, { table }).map((key) => ({ table, ...key }));
    const byKey = new Set(declared.map(({ column }) => column));
    const named = reader.all(columnsOf, { table }).flatMap(({ name }) => {
      const to = BY_NAME[name];
      return to && !byKey.has(name) ? [{ table, column: name, toTable: to[0], toColumn: to[1] }] : [];
    });
    return [...declared, ...named];
  });
}
