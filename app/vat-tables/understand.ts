import type { TableReturn } from '#shared/contract/vat-tables.ts';
import { type Cents, formatAmount, ZERO } from '#shared/domain/cents.ts';
import { totals } from '#shared/vat/balance.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { isBlank, type Mark, markOf, readAmount } from './amounts.ts';
import type { AmountCell, Collected } from './collect.ts';

export type Problem = TableReturn['problems'][number];

/** What a return's cells say. `serious`: it cannot be taken over. */
export interface Understood {
  readonly grids: GridAmounts;
  readonly problems: readonly Problem[];
  readonly serious: boolean;
}

/** Problems that are told and keep nothing back: what was left out is no part of a return. */
const NOTES = new Set(['vatTable.rounded', 'vatTable.former91', 'vatTable.unread']);
const VALUE_LENGTH = 60;

export const problem = (code: string, place: string, value: string, expected?: string): Problem => ({
  code: `vatTable.${code}`,
  place,
  value: value.slice(0, VALUE_LENGTH),
  ...(expected === undefined ? {} : { expected }),
});
export const isSerious = ({ code }: Problem): boolean => !NOTES.has(code);

/** How the columns of a table write their cents: each by itself, else as all of them do. */
export function marksOf(returns: readonly Collected[]): (column: number) => Mark | null {
  const byColumn = new Map<number, string[]>();
  for (const { column, text, isNumber } of returns.flatMap(({ cells }) => cells)) {
    if (isNumber) continue;
    const texts = byColumn.get(column);
    if (texts) texts.push(text);
    else byColumn.set(column, [text]);
  }
  const all = markOf([...byColumn.values()].flat()).mark;
  const marks = new Map([...byColumn].map(([column, texts]) => [column, markOf(texts)]));
  return (column) => {
    const own = marks.get(column);
    return own?.shown ? own.mark : all;
  };
}

/** Balance and totals that the table states, against what the grids make. */
function checkSums(
  grids: GridAmounts,
  stated: readonly { readonly name: string; readonly cents: Cents; readonly cell: AmountCell }[],
): Problem[] {
  const { xx, yy, balance } = totals(grids);
  const made: Readonly<Record<string, Cents>> = { XX: xx, YY: yy, '71': ZERO, '72': ZERO, [balance.grid]: balance.cents };
  return stated.flatMap(({ name, cents, cell }) =>
    cents === made[name] ? [] : [problem('sum', cell.place, `${name} = ${formatAmount(cents)}`, formatAmount(made[name]!))],
  );
}

/** Reads the amounts of one return. Balance and totals are checked and left out; so are zeros, which are nothing said. */
export function understand({ cells, place }: Collected, markOfColumn: (column: number) => Mark | null): Understood {
  const grids: Partial<Record<Grid, Cents>> = {};
  const seen = new Map<string, string>();
  const stated: { name: string; cents: Cents; cell: AmountCell }[] = [];
  const problems: Problem[] = [];
  let filled = 0;
  for (const cell of cells) {
    const { named, text } = cell;
    if (isBlank(text)) continue;
    filled += 1;
    const read = readAmount(text, markOfColumn(cell.column), cell.isNumber);
    if (named === null || named.kind === 'unknown') {
      if ('cents' in read && read.cents === 0) continue;
      if (named === null) problems.push(problem('unread', cell.place, cell.label || text));
      else problems.push(problem(named.text === '91' ? 'former91' : 'unknownGrid', cell.place, named.text));
      continue;
    }
    const name = named.kind === 'grid' ? named.grid : named.sum;
    const before = seen.get(name);
    if (before !== undefined) problems.push(problem('gridTwice', cell.place, name, before));
    seen.set(name, cell.place);
    if ('problem' in read) {
      problems.push(problem(read.problem, cell.place, text));
      continue;
    }
    if (read.rounded) problems.push(problem('rounded', cell.place, text, formatAmount(read.cents)));
    if (named.kind === 'sum' || named.grid === '71' || named.grid === '72') stated.push({ name, cents: read.cents, cell });
    else if (read.cents < 0 && !isNetGrid(named.grid)) problems.push(problem('negative', cell.place, text));
    else if (read.cents !== 0) grids[named.grid] = read.cents;
  }
  if (filled === 0) problems.push(problem('noAmounts', place, ''));
  // Sums of amounts that could not be read would only repeat that.
  if (!problems.some(isSerious)) problems.push(...checkSums(grids, stated));
  return { grids, problems, serious: problems.some(isSerious) };
}
