import { looksLikeHtml } from '#app/platform/http/body.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { entriesOf } from './workbook-guard.ts';

type Kind = 'csv' | 'xlsx';

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);
const refuse = (code: string): GuichetError => new GuichetError(code, { action: 'chooseFile' });
/** A name in the directory of Microsoft's older container. */
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));

/**
 * What a file is, by its content; its name may lie.
 * @throws GuichetError `table.password`, `table.xls`, `table.type`, `table.unreadable`
 */
export function fileKind(bytes: Uint8Array): Kind {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw refuse(holds(bytes, 'EncryptedPackage') ? 'table.password' : 'table.xls');
  // The older Excel also wrote its sheets without a container.
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04, 0x06)) throw refuse('table.xls');
  if (startsWith(bytes, 0x50, 0x4b)) {
    if (entriesOf(bytes).some(({ name }) => name === 'xl/workbook.xml')) return 'xlsx';
    throw refuse('table.type');
  }
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (looksLikeHtml(bytes) || /^\W{0,3}(?:%PDF|<\?xml|<table|\{\\rtf)/i.test(head)) throw refuse('table.type');
  return 'csv';
}
