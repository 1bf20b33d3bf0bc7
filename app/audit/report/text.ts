import { stringify } from 'csv-stringify/sync';
import type { FileWriter } from '#app/core/ports.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { NamedRow } from '../entries.ts';
import { COLUMNS, jsonOf } from './columns.ts';
import type { ReportFacts } from './facts.ts';

/** What a report is made from: pages of rows, the oldest first. */
export type Pages = AsyncIterable<readonly NamedRow[]>;
type Sink = Pick<FileWriter, 'write'>;
export interface Written {
  readonly entries: number;
  readonly bytes: number;
}

/** What a Belgian Excel opens by a double click; a text that begins like a formula stays a text. */
const FORM = { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true } as const;

function putter(sink: Sink): { put(text: string): Promise<void>; readonly size: number } {
  let size = 0;
  return {
    put: async (text) => {
      const bytes = Buffer.from(text, 'utf8');
      size += bytes.byteLength;
      await sink.write([bytes]);
    },
    get size() {
      return size;
    },
  };
}

export async function writeCsv(sink: Sink, pages: Pages, { report }: ReportFacts, t: Translator): Promise<Written> {
  const out = putter(sink);
  const columns = COLUMNS[report];
  let entries = 0;
  await out.put(stringify([columns.map(({ title }) => t(title))], { ...FORM, bom: true }));
  for await (const page of pages) {
    entries += page.length;
    await out.put(
      stringify(
        page.map((row) => columns.map(({ value }) => value(row, t))),
        FORM,
      ),
    );
  }
  return { entries, bytes: out.size };
}

/** One object: the facts of the report, then an entry on each line. */
export async function writeJson(sink: Sink, pages: Pages, facts: ReportFacts): Promise<Written> {
  const out = putter(sink);
  const { report, from, until, at, firm, environment, head } = facts;
  let entries = 0;
  const start = JSON.stringify({ product: 'Guichet', report, from, until, madeAt: new Date(at).toISOString(), environment, firm, head });
  await out.put(`${start.slice(0, -1)},"entries":[`);
  for await (const page of pages) {
    const lines = page.map((row) => JSON.stringify(jsonOf(row, report))).join(',\n');
    await out.put(`${entries === 0 ? '\n' : ',\n'}${lines}`);
    entries += page.length;
  }
  await out.put('\n]}\n');
  return { entries, bytes: out.size };
}
