import type { Translator } from '#shared/i18n/translator.ts';
import { COLUMNS, type Listed } from './columns.ts';
import { type Cell, writeWorkbook } from './workbook.ts';
import type { Sink } from './zip.ts';

export { MOST_ROWS } from './workbook.ts';

async function* cellsOf(pages: AsyncIterable<readonly Listed[]>, t: Translator): AsyncGenerator<readonly (readonly Cell[])[]> {
  for await (const page of pages) yield page.map((row) => COLUMNS.map(({ cell }) => cell(row, t)));
}

/** The list as a workbook. @param day the files' date @returns the size */
export async function writeXlsx(sink: Sink, pages: AsyncIterable<readonly Listed[]>, t: Translator, day: string): Promise<number> {
  const columns = COLUMNS.map(({ title, width }) => ({ title: t(title), width }));
  return writeWorkbook(sink, { sheet: t('exports.sheet'), columns, pages: cellsOf(pages, t) }, day);
}
