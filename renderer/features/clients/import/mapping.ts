import type { ClientField, ColumnMapping } from '#shared/contract/client-import.ts';

/** The mapping with a column put to a field, or to none: a column is one field and a field one column. */
export function withField(mapping: ColumnMapping, column: number, field: ClientField | null): ColumnMapping {
  const others = Object.entries(mapping).filter(([name, index]) => index !== column && name !== field);
  return Object.fromEntries(field ? [...others, [field, column]] : others) as ColumnMapping;
}
