import type { Frame } from '#shared/vat/grids.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import type { Grid } from '#shared/vat/types.ts';

/** The frames of the paper form as columns of the screen. Frame VI, the balance, is computed and holds no field. */
export const COLUMNS: readonly (readonly Frame[])[] = [['II'], ['III'], ['IV', 'V']];

export const gridsOf = (frame: Frame): readonly Grid[] => GRIDS.filter((grid) => grid.frame === frame).map((grid) => grid.code);

const cells: readonly (readonly Grid[])[] = COLUMNS.map((frames) => frames.flatMap((frame) => gridsOf(frame)));

/** The fields one after the other, as Enter goes and as a pasted column falls. */
export const ORDER: readonly Grid[] = cells.flat();

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The field next to one; down at the end of a column goes on at the head of the next, as on paper. `null` at the ends. */
export function neighbour(grid: Grid, direction: Direction): Grid | null {
  const column = cells.findIndex((codes) => codes.includes(grid));
  const codes = cells[column];
  if (!codes) return null;
  const row = codes.indexOf(grid);
  switch (direction) {
    case 'down':
      return codes[row + 1] ?? cells[column + 1]?.[0] ?? null;
    case 'up':
      return codes[row - 1] ?? cells[column - 1]?.at(-1) ?? null;
    default: {
      const beside = cells[column + (direction === 'right' ? 1 : -1)];
      return beside ? (beside[Math.min(row, beside.length - 1)] ?? null) : null;
    }
  }
}

/** The grid a person means by one or two digits, once there is no doubt: `3` waits, `03` and `54` are found. */
export function gridByNumber(digits: string): Grid | null {
  return ORDER.find((code) => code === digits) ?? null;
}

/** Grids with a field; the balances are computed. */
export type InputGrid = Exclude<Grid, '71' | '72'>;
export const isInput = (grid: Grid): grid is InputGrid => grid !== '71' && grid !== '72';
