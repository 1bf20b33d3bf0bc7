const HEAD = 200;
const UTF8_MARK = /^\ufeff/;

/** `returns`: Intervat XML or drafts as JSON, which say everything themselves; `table`: anything a spreadsheet writes. */
export type FileKind = 'returns' | 'table';

/** What a file is to the import, by its beginning; where that says nothing, by its name. */
export function kindOf(bytes: Uint8Array, fileName: string): FileKind {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD)).replace(UTF8_MARK, '').trimStart();
  return /^[<{[]/.test(head) || /\.(?:xml|json)$/i.test(fileName) ? 'returns' : 'table';
}
