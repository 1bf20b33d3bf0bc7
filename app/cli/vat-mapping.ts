import type { VatMapping } from '#shared/contract/vat-tables.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { parseGrid } from '#shared/vat/grids.ts';
import { columnOf } from './columns.ts';

const LAYOUTS = ['rows', 'columns', 'list'] as const;
const FIELDS = ['enterpriseNumber', 'period', 'gridColumn', 'amountColumn'] as const;

/**
 * A table's own mapping with what was said instead: `54=Verschuldigd`, `period=B`, `layout=list`. An empty column means none.
 * @throws GuichetError `cli.usage`, `cli.column`
 */
export function mappedTable(
  suggested: VatMapping,
  columns: readonly { readonly index: number; readonly heading: string }[],
  said: readonly string[],
  usage: string,
): VatMapping {
  const mapping: VatMapping = { ...suggested, grids: { ...suggested.grids } };
  for (const text of said) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    const layout = name === 'layout' ? LAYOUTS.find((each) => each === value) : undefined;
    const field = FIELDS.find((each) => each === name);
    const grid = /^\d{1,2}$/.test(name) ? parseGrid(name) : null;
    if (layout) mapping.layout = layout;
    else if (field) mapping[field] = value === '' ? null : columnOf(columns, value);
    else if (grid && value === '') delete mapping.grids[grid];
    else if (grid) mapping.grids[grid] = columnOf(columns, value);
    else throw new GuichetError('cli.usage', { params: { usage } });
  }
  return mapping;
}
