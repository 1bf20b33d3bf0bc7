/** `returns`: Intervat XML or drafts as JSON, which say everything themselves; `table`: anything a spreadsheet writes. */
export type ImportKind = 'returns' | 'table';

const HEAD = 64;

/** What a file is to the import, by its first sign; where that says nothing, by its name. */
export function importKind(bytes: Uint8Array, fileName: string): ImportKind {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const head = String.fromCharCode(...bytes.subarray(hasMark ? 3 : 0, HEAD)).trimStart();
  return /^[<{[]/.test(head) || /\.(?:xml|json)$/i.test(fileName) ? 'returns' : 'table';
}
