import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { GRIDS_BY_NUMBER } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';

export type Layout = VatMapping['layout'];
export const LAYOUTS: readonly Layout[] = ['rows', 'columns', 'list'];

/** What a column can hold beside the amounts of a grid. */
export const FIELDS = ['enterpriseNumber', 'period', 'gridColumn', 'amountColumn'] as const;
export type Field = (typeof FIELDS)[number];
export type Holds = Field | Grid;

const FIELDS_OF: Readonly<Record<Layout, readonly Field[]>> = {
  rows: ['enterpriseNumber', 'period'],
  columns: ['gridColumn', 'amountColumn'],
  list: ['enterpriseNumber', 'period', 'gridColumn', 'amountColumn'],
};

/** What columns can hold in a layout. */
export const choicesOf = (layout: Layout): readonly Holds[] => [...FIELDS_OF[layout], ...(layout === 'rows' ? GRIDS_BY_NUMBER : [])];

/** What a column holds; empty for nothing. */
export function holdsOf(mapping: VatMapping, column: number): Holds | '' {
  const field = FIELDS_OF[mapping.layout].find((each) => mapping[each] === column);
  if (field || mapping.layout !== 'rows') return field ?? '';
  return GRIDS_BY_NUMBER.find((grid) => mapping.grids[grid] === column) ?? '';
}

/** The mapping with a column put to something, or to nothing: a column holds one thing and a thing stands in one column. */
export function withHolds(mapping: VatMapping, column: number, holds: Holds | ''): VatMapping {
  const fields = Object.fromEntries(
    FIELDS.map((field) => [field, field === holds ? column : mapping[field] === column ? null : mapping[field]]),
  ) as Pick<VatMapping, Field>;
  const others = Object.entries(mapping.grids).filter(([grid, index]) => index !== column && grid !== holds);
  const grid = GRIDS_BY_NUMBER.find((each) => each === holds);
  return { layout: mapping.layout, ...fields, grids: Object.fromEntries(grid ? [...others, [grid, column]] : others) };
}

/** Whether a mapping can be read; what it lacks, by name. */
export function missing({ layout, gridColumn, amountColumn, grids }: VatMapping): 'grids' | 'gridColumn' | 'amountColumn' | null {
  if (layout === 'rows') return Object.keys(grids).length === 0 ? 'grids' : null;
  if (gridColumn === null) return 'gridColumn';
  return layout === 'list' && amountColumn === null ? 'amountColumn' : null;
}
