import { stringify } from 'csv-stringify/sync';
import type { Translator } from '#shared/i18n/translator.ts';
import { COLUMNS, type Listed } from './columns.ts';
import type { Cell } from './workbook.ts';
import type { Sink } from './zip.ts';

/** What a Belgian Excel opens by a double click: semicolons, a decimal comma, and the mark that says UTF-8. */
const FORM = {
  delimiter: ';',
  record_delimiter: '\r\n',
  /** A label that begins like a formula stays a text. */
  escape_formulas: true,
  cast: { number: (value: number) => value.toFixed(2).replace('.', ',') },
} as const;

const fieldOf = (cell: Cell): string | number => {
  if (cell === null) return '';
  if (cell.kind === 'amount') return cell.cents / 100;
  // Excel leaves a line break in a field alone, but not every other reader does.
  return cell.kind === 'day' ? cell.day : cell.text.replace(/\r\n?|\n/g, ' ');
};

/** The list as CSV, a page of rows at a time. @returns the size */
export async function writeCsv(sink: Sink, pages: AsyncIterable<readonly Listed[]>, t: Translator): Promise<number> {
  let size = 0;
  const put = async (text: string): Promise<void> => {
    const bytes = Buffer.from(text, 'utf8');
    size += bytes.byteLength;
    await sink.write([bytes]);
  };
  await put(stringify([COLUMNS.map(({ title }) => t(title))], { ...FORM, bom: true }));
  for await (const page of pages) {
    await put(
      stringify(
        page.map((row) => COLUMNS.map(({ cell }) => fieldOf(cell(row, t)))),
        FORM,
      ),
    );
  }
  return size;
}
