import type { Annex } from '#shared/contract/vat.ts';

type Kind = Annex['fileType'];

/** Endings that a name may keep; the first is put behind any other. */
export const ENDINGS: Readonly<Record<Kind, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'application/zip': ['.zip'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/tiff': ['.tif', '.tiff'],
};

const HEADS: readonly (readonly [Kind, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** Office documents are archives by their bytes and something else for whoever opens them. */
const OFFICE = /\[Content_Types\]\.xml|mimetypeapplication\/(?:vnd\.oasis|epub)/;

/** What a file is by its content, whatever its name says; `null` for what Intervat does not take. */
export function annexKind(bytes: Uint8Array): Kind | null {
  const kind = HEADS.find(([, head]) => head.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
  if (kind !== 'application/zip') return kind;
  const { buffer, byteOffset, byteLength } = bytes;
  const start = Buffer.from(buffer, byteOffset, Math.min(byteLength, 4096)).toString('latin1');
  const end = Buffer.from(buffer, byteOffset + Math.max(0, byteLength - 65_536), Math.min(byteLength, 65_536)).toString('latin1');
  return OFFICE.test(start) || OFFICE.test(end) ? null : kind;
}
