/** Enough of the beginning and the end to tell what a file is and whether it is whole. */
export const HEAD_BYTES = 2048;
export const TAIL_BYTES = 4096;

export interface Sniffed {
  readonly mimeType: string;
  readonly extension: string;
  /** `false`: the format has an end mark and it is not there. */
  readonly complete: boolean;
}

interface Format {
  readonly mimeType: string;
  readonly extension: string;
  readonly starts: (head: Buffer) => boolean;
  readonly ends: (tail: Buffer) => boolean;
}

const withoutMark = (text: string): string => text.replace(/^(?:ï»¿|\ufeff)?\s*/, '');
const textOf = (bytes: Buffer): string => withoutMark(bytes.toString('latin1'));
/** The end record of a zip: 22 bytes, then a comment of the length its last two bytes tell. */
function zipEnd(tail: Buffer): boolean {
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return at >= 0 && at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length;
}
/** The last section of a PDF ends with its mark; an older section's mark does not count. */
const pdfEnd = (tail: Buffer): boolean => tail.lastIndexOf('%%EOF') > tail.lastIndexOf('startxref');
const isZip = (head: Buffer): boolean => head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
const isOffice = (head: Buffer): boolean => isZip(head) && /\[Content_Types\]\.xml|word\//.test(head.toString('latin1'));
const isTiff = (head: Buffer): boolean => ['II*\0', 'MM\0*'].includes(head.subarray(0, 4).toString('latin1'));
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
const always = (): boolean => true;

/** SPF's own type information is not reliable, so the bytes decide. */
const FORMATS: readonly Format[] = [
  {
    mimeType: 'application/pdf',
    extension: 'pdf',
    starts: (head) => head.subarray(0, 1024).includes('%PDF-'),
    ends: pdfEnd,
  },
  {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    starts: isOffice,
    ends: zipEnd,
  },
  { mimeType: 'application/zip', extension: 'zip', starts: isZip, ends: zipEnd },
  {
    mimeType: 'image/png',
    extension: 'png',
    starts: (head) => head.subarray(0, 8).equals(PNG),
    ends: (tail) => tail.subarray(-8, -4).toString('latin1') === 'IEND',
  },
  { mimeType: 'image/jpeg', extension: 'jpg', starts: (head) => head.subarray(0, 3).equals(JPEG), ends: (tail) => tail.includes(JPEG_END) },
  { mimeType: 'image/tiff', extension: 'tif', starts: isTiff, ends: always },
  {
    mimeType: 'application/xml',
    extension: 'xml',
    starts: (head) => /^<(?:\?xml|[A-Za-z][\w.-]*:?[\w.-]*[\s/>])/.test(textOf(head)),
    ends: (tail) => tail.toString('latin1').trimEnd().endsWith('>'),
  },
];

const UNKNOWN = { mimeType: 'application/octet-stream', extension: 'bin', complete: true };

/** @param head the first {@link HEAD_BYTES} @param tail the last {@link TAIL_BYTES} */
export function sniff(head: Uint8Array, tail: Uint8Array): Sniffed {
  const first = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const last = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  const format = FORMATS.find(({ starts }) => starts(first));
  return format ? { mimeType: format.mimeType, extension: format.extension, complete: format.ends(last) } : UNKNOWN;
}

export const extensionOf = (mimeType: string): string =>
  FORMATS.find((format) => format.mimeType === mimeType)?.extension ?? UNKNOWN.extension;
