import { GuichetError } from '#shared/domain/errors.ts';

/** A sheet as text: rows of cells, as the spreadsheet counts them. */
export type Grid = readonly (readonly string[])[];

/** A sheet that knows which of its cells are numbers and not text that looks like one. Row and column count from 0. */
export interface Sheet {
  readonly grid: Grid;
  isNumber(row: number, column: number): boolean;
}

/** A table that somebody takes over is small; what is larger is something else, or means harm. */
export const LIMITS = {
  /** Bytes of the file. */
  fileBytes: 8 * 1024 * 1024,
  /** Bytes a workbook may unpack to. */
  unpackedBytes: 32 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
} as const;

export const tooLarge = (): GuichetError => new GuichetError('table.tooLarge', { action: 'chooseFile', params: { rows: LIMITS.rows } });
export const unreadable = (cause?: unknown): GuichetError => new GuichetError('table.unreadable', { action: 'chooseFile', cause });

export const isEmptyRow = (row: readonly string[]): boolean => row.every((cell) => cell === '');

/** Cells trimmed, no-break spaces as spaces. @throws GuichetError `table.tooLarge` */
export function tidyGrid(rows: readonly (readonly string[])[]): Grid {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (last >= LIMITS.rows) throw tooLarge();
  return rows.slice(0, last + 1).map((row) => row.slice(0, LIMITS.columns).map(tidyCell));
}

const tidyCell = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .trim();

const NO_VALUE = /^#(?:N\/A|N\/B|NV|REF!|VALUE!|WAARDE!|VALEUR!|WERT!|NAME\?|NOM\?|NAAM\?|DIV\/0!|DEEL\/0!|NULL!|NUM!)$/i;

/** What a spreadsheet could not compute. */
export const isFailure = (cell: string): boolean => NO_VALUE.test(cell);
export const blankFailures = (grid: Grid): Grid => grid.map((row) => row.map((cell) => (isFailure(cell) ? '' : cell)));
