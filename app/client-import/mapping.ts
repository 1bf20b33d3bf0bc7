import { findEnterpriseNumber } from '#app/tables/enterprise-number.ts';
import type { Table } from '#app/tables/headed.ts';
import { CLIENT_FIELDS, type ClientField, type ColumnMapping } from '#shared/contract/client-import.ts';
import { fieldOf } from './headings.ts';
import { languageOf } from './values/languages.ts';

/** Rows by which the content of a column is judged. */
const SAMPLE = 300;
/** Share of the values that make a column what its heading does not say. */
const MOST = 0.6;
const BELIEVED = 0.3;

/** Fields whose values say what they are. */
const TELLING: readonly (readonly [ClientField, (value: string) => boolean])[] = [
  ['enterpriseNumber', (value) => findEnterpriseNumber(value) !== null],
  ['email', (value) => /^\S+@\S+\.\S+$/.test(value)],
  ['language', (value) => value.length <= 12 && languageOf(value) !== null],
];

const valuesOf = ({ rows }: Table, column: number): string[] =>
  rows.slice(0, SAMPLE).flatMap(({ cells }) => (cells[column] ? [cells[column]] : []));
const share = (values: readonly string[], holds: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;

const truths = (table: Table, column: number, holds: (value: string) => boolean): number => valuesOf(table, column).filter(holds).length;

/** Among text columns the one whose values differ most is the name. */
function nameColumn(table: Table, free: readonly number[]): number | undefined {
  const letters = (value: string): boolean => /\p{L}{2}/u.test(value) && !/@|\d{4}/.test(value);
  const wide = free
    .map((column) => ({ column, values: valuesOf(table, column) }))
    .filter(({ values }) => values.length > 0 && share(values, letters) >= MOST)
    .map(({ column, values }) => ({ column, distinct: new Set(values).size }));
  return wide.sort((a, b) => b.distinct - a.distinct || a.column - b.column)[0]?.column;
}

/** What each column is, by its heading, and where that says nothing or is not true by its content. */
export function suggestMapping(table: Table): ColumnMapping {
  const columns = table.headings.map((_, column) => column);
  const mapping: Partial<Record<ClientField, number>> = {};
  const ranked = columns
    .flatMap((column) => {
      const found = fieldOf(table.headings[column]!);
      return found ? [{ column, ...found }] : [];
    })
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  for (const { field, column } of ranked) mapping[field] ??= column;

  const taken = (): ReadonlySet<number | undefined> => new Set(Object.values(mapping));
  for (const [field, holds] of TELLING) {
    const shares = columns.map((column) => share(valuesOf(table, column), holds));
    // Of several columns with such a heading, the one where most of it is true; a heading is believed unless its values contradict it.
    const headed = ranked.filter((each) => each.field === field).map(({ column }) => column);
    const fullest = headed.sort((a, b) => truths(table, b, holds) - truths(table, a, holds))[0];
    if (fullest !== undefined) mapping[field] = fullest;
    if (fullest !== undefined && (shares[fullest]! >= BELIEVED || valuesOf(table, fullest).length === 0)) continue;
    // Nothing but a number has a number's check digits: it is one whatever its heading says.
    const used = field === 'enterpriseNumber' ? new Set<number | undefined>() : taken();
    const best = columns.filter((column) => !used.has(column)).sort((a, b) => shares[b]! - shares[a]!)[0];
    if (best === undefined || shares[best]! < MOST) continue;
    for (const other of CLIENT_FIELDS) if (mapping[other] === best) delete mapping[other];
    mapping[field] = best;
  }
  if (mapping.name === undefined) {
    const used = taken();
    const column = nameColumn(
      table,
      columns.filter((each) => !used.has(each)),
    );
    if (column !== undefined) mapping.name = column;
  }
  return Object.fromEntries(
    CLIENT_FIELDS.flatMap((field) => (mapping[field] === undefined ? [] : [[field, mapping[field]]])),
  ) as ColumnMapping;
}
