import { parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { type Grid, LIMITS, tidyGrid, unreadable } from './grid.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Records by which the delimiter is judged. */
const SAMPLE = 60;

function records(text: string, delimiter: string, to?: number): string[][] | null {
  const common = { delimiter, relax_column_count: true, skip_empty_lines: false, max_record_size: 200_000, ...(to ? { to } : {}) } as const;
  for (const quotes of [{ relax_quotes: true }, { quote: null }] as const) {
    try {
      return parse(text, { ...common, ...quotes }) as string[][];
    } catch {
      // A quote that is never closed is a character like any other.
    }
  }
  return null;
}

/** How well a delimiter divides: the records that agree on a width, wider ones counting more. */
function fitOf(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, count]) => (count / rows.length) * Math.log2(width + 1)));
}

function guessDelimiter(text: string): string {
  const fits = DELIMITERS.map((delimiter) =>
    fitOf((records(text, delimiter, SAMPLE) ?? []).filter((row) => row.some((cell) => cell !== ''))),
  );
  return DELIMITERS[fits.indexOf(Math.max(...fits))] ?? ';';
}

/** A list as text, however it is written and divided. @throws GuichetError `table.unreadable`, `table.tooLarge` */
export function readCsv(bytes: Uint8Array): Grid {
  const text = decodeText(bytes);
  // Excel's own note of what divides the cells; it counts as no row.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const rows = records(body, said?.[1] ?? guessDelimiter(body), LIMITS.rows + 1_000);
  if (!rows) throw unreadable();
  return tidyGrid(rows);
}
