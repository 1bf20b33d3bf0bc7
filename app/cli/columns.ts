import { GuichetError } from '#shared/domain/errors.ts';

type Columns = readonly { readonly index: number; readonly heading: string }[];

/** A column as spreadsheets name it. @param index from 0 */
export const letterOf = (index: number): string =>
  (index < 26 ? '' : letterOf(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
const headingKey = (text: string): string => text.trim().toLocaleLowerCase('und');

/** A column by its heading, its letter or its number from 1. @throws GuichetError `cli.column` */
export function columnOf(columns: Columns, text: string): number {
  const found =
    columns.find(({ heading }) => heading !== '' && headingKey(heading) === headingKey(text)) ??
    columns.find(({ index }) => letterOf(index) === text.toUpperCase() || String(index + 1) === text);
  if (!found) throw new GuichetError('cli.column', { params: { column: text.slice(0, 60) } });
  return found.index;
}
