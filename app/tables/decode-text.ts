import { unreadable } from './grid.ts';

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];
/** Bytes looked at to tell UTF-16 without a mark: European text has a zero in every second byte. */
const SAMPLE = 2_000;

function utf16Without(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const half = sample.byteLength / 2;
  if (zeros[1]! > half * 0.7) return 'utf-16le';
  return zeros[0]! > half * 0.7 ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a file that does not say how it is written: by its mark, else UTF-16 by its zeros, else UTF-8 where it is, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.encoding ?? utf16Without(bytes);
  const text = marked ? decoded(bytes, marked) : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252'));
  // Text has no zero; what has some is another kind of file.
  if (text === null || text.includes('\0')) throw unreadable();
  return text;
}
