import { query, type Reader } from '#app/platform/db/index.ts';
import { type Relation, relationsOf } from './relations.ts';

/** Tables that hold nothing of a client but copies of what other tables say, or what the program remembers for itself. */
const LEFT_OUT = /^(document_change|audit_|lease|job$)/;
const ROOT = 'client';

/** Of each table the rows that belong to one client, directly or through rows that do. @returns table → condition with `@client` */
function conditionsOf(relations: readonly Relation[]): Map<string, string> {
  const conditions = new Map([[ROOT, '"id" = @client']]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const table of new Set(relations.map((relation) => relation.table))) {
      if (conditions.has(table) || LEFT_OUT.test(table)) continue;
      const parts = relations
        .filter((relation) => relation.table === table && relation.toTable !== table)
        .flatMap(({ column, toTable, toColumn }) => {
          const above = conditions.get(toTable);
          return above === undefined ? [] : [`"${column}" IN (SELECT "${toColumn}" FROM "${toTable}" WHERE ${above})`];
        });
      if (parts.length === 0) continue;
      conditions.set(table, parts.join(' OR '));
      grew = true;
    }
  }
  return conditions;
}

type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

/** JSON text as what it says, bytes as base64. */
const readable = (row: Row): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value instanceof Uint8Array) return [name, { base64: Buffer.from(value).toString('base64') }];
      if (typeof value !== 'string' || !/^[[{]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        return [name, value];
      }
    }),
  );

/** All rows kept of a client, by table; tables without any are left out. */
export function clientRows(reader: Reader, clientId: string): Map<string, Record<string, unknown>[]> {
  const found = new Map<string, Record<string, unknown>[]>();
  for (const [table, condition] of conditionsOf(relationsOf(reader))) {
    const rows = reader.all(query<Row, { client: string }>(`clientRows.${table}`, `SELECT * FROM "${table}" WHERE ${condition}`), {
      client: clientId,
    });
    if (rows.length > 0) found.set(table, rows.map(readable));
  }
  return found;
}
