import type { Cents } from '#shared/domain/cents.ts';
import { GRID_CODES, type Grid } from '#shared/vat/types.ts';
import { isWrong, typedAmount, type Wrong } from './typed-amount.ts';

/** Why a pasted line was left: `computed` names 71, 72, XX or YY; `noPlace` ran out of grids below the cell; `twice` had come before. */
export type LeftBecause = Wrong | 'computed' | 'noSuchGrid' | 'noPlace' | 'twice';

export interface Pasted {
  readonly taken: readonly { readonly grid: Grid; readonly amount: Cents | null }[];
  readonly left: readonly { readonly line: number; readonly text: string; readonly why: LeftBecause }[];
}

/** `01`, `1`, `Grille 01`, `[54]`, `XX`. */
const NAMED = /^\D{0,12}?(\d{1,2}|xx|yy)\D?$/i;
const COMPUTED = new Set(['71', '72', 'XX', 'YY']);

const cellsOf = (line: string): string[] => {
  const cells = line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim());
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
};

/** Spreadsheets write a negative amount in brackets or with the sign behind it. */
function plainSign(cell: string): string {
  const inside = /^\((.+)\)$/.exec(cell)?.[1] ?? /^(.+)-$/.exec(cell)?.[1];
  return inside === undefined ? cell : `-${inside}`;
}

/** A first line of words alone says what the columns are. */
const isHeading = (text: string): boolean => !/\d/.test(text) && /[a-z]/i.test(text);

interface Line {
  readonly line: number;
  readonly text: string;
  readonly grid: string | null;
  readonly cell: string;
}

function toLines(text: string, from: Grid, order: readonly Grid[]): Line[] {
  const all = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map(cellsOf);
  const skipped = isHeading(all[0]?.join(' ') ?? '') ? 1 : 0;
  const lines = all.slice(skipped);
  const named = lines.filter((cells) => cells.length > 1 && NAMED.test(cells[0] ?? '')).length;
  const byName = named > 0 && named >= lines.filter((cells) => cells.length === 1 && cells[0] !== '').length;
  const start = order.indexOf(from);
  return lines.map((cells, index) => ({
    line: index + 1 + skipped,
    text: cells.join(' '),
    grid: byName
      ? (NAMED.exec(cells[0] ?? '')?.[1]
          ?.toUpperCase()
          .padStart(2, '0') ?? '')
      : (order[start + index] ?? null),
    cell: plainSign(cells.at(-1) ?? ''),
  }));
}

/**
 * Reads what was copied from a spreadsheet: a column with the grid and one with the amount, in whatever order the grids come; or a column
 * of amounts that goes down from the cell, an empty line leaving its grid as it is.
 * @returns `null` for a single amount, which the cell takes itself
 */
export function readPaste(text: string, from: Grid, order: readonly Grid[]): Pasted | null {
  if (!/[\t\n\r;]/.test(text.trim())) return null;
  const taken = new Map<Grid, Cents | null>();
  const left: Pasted['left'][number][] = [];
  for (const { line, text: shown, grid, cell } of toLines(text, from, order)) {
    if (shown.trim() === '') continue;
    const leave = (why: LeftBecause): void => void left.push({ line, text: shown, why });
    const code = GRID_CODES.find((one) => one === grid);
    if (grid === null) leave('noPlace');
    else if (COMPUTED.has(grid)) leave('computed');
    else if (!code) leave('noSuchGrid');
    else if (taken.has(code)) leave('twice');
    else {
      const typed = typedAmount(code, cell);
      if (isWrong(typed)) leave(typed.wrong);
      else taken.set(code, typed.amount);
    }
  }
  return { taken: [...taken].map(([grid, amount]) => ({ grid, amount })), left };
}
