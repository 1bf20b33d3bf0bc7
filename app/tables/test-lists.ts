import { strToU8, zipSync } from 'fflate';

/** Numbers with check digits that hold; none is given out. */
export const NUMBERS = ['0100000169', '0100000268', '0100000367', '0100000466', '0200000043'] as const;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const letters = (column: number): string =>
  (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

export type Cell = string | number | null | { readonly raw: (address: string) => string };

function sheetXml(rows: readonly (readonly Cell[])[], more: string): string {
  const cell = (value: Cell, address: string): string => {
    if (value === null) return '';
    if (typeof value === 'object') return value.raw(address);
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  };
  const body = rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, `${letters(column)}${row + 1}`)).join('')}</row>`)
    .join('');
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}${more}</sheetData></worksheet>`;
}

/** A workbook as spreadsheet programs write it. @param more XML after the rows of the last sheet */
export function workbook(sheets: readonly (readonly (readonly Cell[])[])[], more = ''): Uint8Array {
  const names = sheets.map((_, index) => `sheet${index + 1}`);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map((name, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/${name}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map((rows, index) => [`xl/worksheets/${names[index]}.xml`, strToU8(sheetXml(rows, index === sheets.length - 1 ? more : ''))]),
    ),
  });
}

export const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf16 = (text: string, mark = true): Uint8Array => new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le'));
