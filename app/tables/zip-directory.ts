import { inflateRawSync } from 'node:zlib';

/** An entry of a zip archive as its directory tells it. */
export interface ZipEntry {
  readonly name: string;
  /** @param most bytes it may unpack to @throws when it is more, or not what the directory says */
  unpack(most: number): Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/**
 * The entries of an archive, nothing unpacked. Unpacking stops at a given size whatever the archive claims, which is why it is not left to a
 * library that believes it. Format: PKWARE APPNOTE 4.3, without its 64-bit form.
 * @throws RangeError when it is no archive
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.byteLength - END_LENGTH - LONGEST_COMMENT);
  let end = bytes.byteLength - END_LENGTH;
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new RangeError('no directory');

  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('directory broken');
    const [method, size, start] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const unpack = (most: number): Uint8Array => {
      if (view.getUint32(start, true) !== LOCAL || (method !== 0 && method !== 8)) throw new RangeError('entry broken');
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
      if (from + size > bytes.byteLength) throw new RangeError('entry cut');
      const packed = bytes.subarray(from, from + size);
      if (method === 0 && size > most) throw new RangeError('entry too large');
      return method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    };
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, nameEnd))
        .toString('utf8')
        .replaceAll('\\', '/'),
      unpack,
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
