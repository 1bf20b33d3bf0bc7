import { createZip, type Sink } from './zip.ts';

/** What a cell holds; `null`: nothing. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `2026-11-20` */
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'amount'; readonly cents: number }
  | null;

/** Rows of a sheet, the title included (ECMA-376; Excel's own limit). */
export const MOST_ROWS = 1_048_576;
/** Characters of a cell. */
const LONGEST = 32_767;
/** Styles by their place in `cellXfs`. */
const STYLE = { text: 0, title: 1, day: 2, amount: 3 } as const;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What XML 1.0 cannot hold at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A text such as `_x000D_` would be read as the character it names. */
const escaped = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(UNSAYABLE, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** Days since 30 December 1899, as Excel counts from March 1900 on. */
const serial = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
/** A text is typed as text, so none is ever a formula. */
const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function cellXml(place: string, cell: Cell): string {
  if (cell === null) return '';
  if (cell.kind === 'day') return `<c r="${place}" s="${STYLE.day}"><v>${serial(cell.day)}</v></c>`;
  if (cell.kind === 'amount') return `<c r="${place}" s="${STYLE.amount}"><v>${cell.cents / 100}</v></c>`;
  return textCell(place, cell.text, STYLE.text);
}

/** `A` to `Z`: a sheet of ours has fewer columns. */
const letter = (index: number): string => String.fromCharCode(65 + index);
const rowXml = (number: number, width: number, cell: (place: string, column: number) => string): string =>
  `<row r="${number}">${Array.from({ length: width }, (_, index) => cell(`${letter(index)}${number}`, index)).join('')}</row>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs>
</styleSheet>`;

const parts = (sheet: string): readonly (readonly [name: string, xml: string])[] => [
  [
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', STYLES],
];

/** One sheet; its titles stay in sight. */
export interface Workbook {
  readonly sheet: string;
  /** Width in characters; at most 26 columns. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** Rows as they come, in portions. */
  readonly pages: AsyncIterable<readonly (readonly Cell[])[]>;
}

async function writeSheet(sink: Sink, { columns, pages }: Workbook): Promise<void> {
  const put = (xml: string): Promise<void> => sink.write([Buffer.from(xml)]);
  const widths = columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const titles = rowXml(1, columns.length, (place, index) => textCell(place, columns[index]!.title, STYLE.title));
  let last = 1;
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
  await put(`${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${widths}</cols><sheetData>${titles}`);
  for await (const page of pages) {
    const first = last + 1;
    last += page.length;
    await put(page.map((cells, at) => rowXml(first + at, columns.length, (place, index) => cellXml(place, cells[index] ?? null))).join(''));
  }
  await put('</sheetData></worksheet>');
}

/**
 * A workbook, written while its rows come in: libraries keep the whole sheet in memory and hold the core for seconds.
 * @param day the files' date @returns the size
 */
export async function writeWorkbook(sink: Sink, workbook: Workbook, day: string): Promise<number> {
  const zip = createZip(sink);
  for (const [name, xml] of parts(workbook.sheet)) await zip.store(name, Buffer.from(xml), day);
  await zip.deflate('xl/worksheets/sheet1.xml', (sheet) => writeSheet(sheet, workbook), day);
  return zip.end();
}
