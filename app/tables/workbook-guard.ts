import { strFromU8, strToU8, zipSync } from 'fflate';
import { LIMITS, tooLarge, unreadable } from './grid.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';

const NEEDED = /\.(?:xml|rels)$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

/** Cells and rows that hold a format and nothing else; a whole coloured column would otherwise be a million rows. */
const EMPTY_CELL = /<(?:\w+:)?c\b[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row\b[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g;
const ADDRESS = /<(?:\w+:)?c\b[^<>]*?\br="([A-Z]{1,3})(\d{1,7})"/g;
const UNADDRESSED = /<(?:\w+:)?c\b(?![^<>]*\br=")/;
const ROW_OR_CELL = /<((?:\w+:)?)(row|c)\b([^<>]*)/g;
/** A formula that was written by a program and never computed: it has no value, unless it says that it is an empty text. */
const NOT_COMPUTED =
  /<((?:\w+:)?)c\b((?:(?!\bt="str")[^<>])*)>\s*<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;
const FORMULA_ERROR = /(<(?:\w+:)?c\b[^<>]*?\bt=")e"/g;

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};

/** A cell may leave its address out and then stands right of the one before; the reader wants every address written. */
function addressed(xml: string): string {
  if (!UNADDRESSED.test(xml)) return xml;
  let row = 0;
  let column = 0;
  return xml.replace(ROW_OR_CELL, (whole: string, prefix: string, tag: string, said: string) => {
    if (tag === 'row') {
      const given = /\br="(\d{1,7})"/.exec(said)?.[1];
      row = given ? Number(given) : row + 1;
      column = 0;
      return given ? whole : `<${prefix}row r="${row}"${said}`;
    }
    const given = /\br="([A-Z]{1,3})\d{1,7}"/.exec(said)?.[1];
    column = given ? columnOf(given) : column + 1;
    return given ? whole : `<${prefix}c r="${lettersOf(column)}${row}"${said}`;
  });
}

/** A sheet without what only takes room, and with its failed formulas as text. @throws GuichetError `table.tooLarge` */
function lightened(xml: string): string {
  const light = addressed(xml)
    .replace(EMPTY_CELL, '')
    .replace(EMPTY_ROW, '')
    .replace(
      NOT_COMPUTED,
      (_, prefix: string, said: string) => `<${prefix}c${said.replace(/\bt="\w*"/, '')} t="str"><${prefix}v>#N/A</${prefix}v></${prefix}c>`,
    )
    .replace(FORMULA_ERROR, '$1str"');
  for (const [, column = '', row = ''] of light.matchAll(ADDRESS))
    if (Number(row) > LIMITS.rows + 1_000 || columnOf(column) > LIMITS.columns * 4) throw tooLarge();
  return light;
}

/** What the archive holds. @throws GuichetError `table.unreadable` */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return zipEntries(bytes);
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unpacked({ unpack }: ZipEntry, most: number): Uint8Array {
  try {
    return unpack(most);
  } catch (cause) {
    const full = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    if (full) throw tooLarge();
    throw unreadable(cause);
  }
}

/**
 * A workbook made safe for its reader: what it unpacks to is bounded while it is unpacked, its sheets are light, and it is packed without
 * compression, so that nothing is left to blow up.
 * @throws GuichetError `table.tooLarge`, `table.unreadable`
 */
export function guardWorkbook(bytes: Uint8Array): ArrayBuffer {
  const files: Record<string, Uint8Array> = {};
  let left: number = LIMITS.unpackedBytes;
  for (const entry of entriesOf(bytes)) {
    if (!NEEDED.test(entry.name)) continue;
    const content = unpacked(entry, left);
    left -= content.byteLength;
    files[entry.name] = SHEET.test(entry.name) ? strToU8(lightened(strFromU8(content))) : content;
  }
  return new Uint8Array(zipSync(files, { level: 0 })).buffer;
}
