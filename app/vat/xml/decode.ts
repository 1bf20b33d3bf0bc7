import { GuichetError } from '#shared/domain/errors.ts';

/** Largest file read: what Intervat takes as an upload. */
export const MAX_XML_BYTES = 20 * 1024 * 1024;

/** Characters of Windows-1252 at 80–9F; where it has none, the control character stays. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Files that say ISO-8859-1 are read as Windows-1252: the two differ only at 80–9F, where the first has nothing printable and
 * bookkeeping programs write the second.
 */
const SINGLE_BYTE = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'windows-1252', 'cp1252', 'us-ascii', 'ascii']);
const UTF8 = new Set(['utf-8', 'utf8']);

const refuse = (code: string, params: Record<string, string | number> = {}): GuichetError =>
  new GuichetError(`vat.xml.${code}`, { action: 'chooseFile', params });

function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new GuichetError('vat.xml.utf8', { action: 'chooseFile', cause });
  }
}

/** The encoding the XML declaration names, lower case; XML's default when it names none. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return (/^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8').toLowerCase();
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3));
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw refuse('encoding', { encoding: 'UTF-16' });
  const encoding = declaredEncoding(bytes);
  if (UTF8.has(encoding)) return utf8(bytes);
  if (SINGLE_BYTE.has(encoding)) return windows1252(bytes);
  throw refuse('encoding', { encoding });
}

/** @throws GuichetError `vat.xml.tooLarge` */
export function assertSize({ byteLength }: Uint8Array): void {
  if (byteLength <= MAX_XML_BYTES) return;
  const mebibytes = (size: number): string => (size / 1024 / 1024).toFixed(1).replace('.', ',');
  throw refuse('tooLarge', { size: mebibytes(byteLength), limit: MAX_XML_BYTES / 1024 / 1024 });
}

/**
 * The text of an XML file, refused before any parser sees it when it is too large, in another encoding than Intervat's, not XML, or
 * when it holds a document type declaration: entities and external references are of no use in a return and dangerous in a parser.
 * @throws GuichetError `vat.xml.tooLarge`, `.empty`, `.encoding`, `.utf8`, `.html`, `.notXml`, `.doctype`
 */
export function decodeXml(bytes: Uint8Array): string {
  assertSize(bytes);
  if (bytes.byteLength === 0) throw refuse('empty');
  const text = decode(bytes);
  const start = text.slice(0, 2000).trimStart();
  if (text.trim() === '') throw refuse('empty');
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)\b/i.test(start)) throw refuse('html');
  if (!start.startsWith('<') || text.includes('\0')) throw refuse('notXml');
  if (/<!(doctype|entity)/i.test(text)) throw refuse('doctype');
  return text;
}
