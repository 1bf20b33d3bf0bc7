import { createHmac, timingSafeEqual } from 'node:crypto';
import type { BlobKeys } from './format.ts';

const NAME = 32;
const ENTRY = NAME + 8;
const CHECK = 32;

export interface IndexEntry {
  /** Name of the content, hexadecimal. */
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

const checkOf = (body: Uint8Array, { archiveNames }: BlobKeys): Buffer => createHmac('sha256', archiveNames).update(body).digest();

/** The index beside a closed segment: name, place and length of each record, and a check that it is whole. */
export function encodeIndex(entries: readonly IndexEntry[], keys: BlobKeys): Uint8Array {
  const body = Buffer.alloc(entries.length * ENTRY);
  for (const [index, { name, at, length }] of entries.entries()) {
    const start = index * ENTRY;
    body.write(name, start, 'hex');
    body.writeUInt32LE(at, start + NAME);
    body.writeUInt32LE(length, start + NAME + 4);
  }
  return Buffer.concat([body, checkOf(body, keys)]);
}

/** `null` when it is not whole. */
export function decodeIndex(bytes: Uint8Array, keys: BlobKeys): IndexEntry[] | null {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = all.length - CHECK;
  if (size < 0 || size % ENTRY !== 0) return null;
  const body = all.subarray(0, size);
  if (!timingSafeEqual(checkOf(body, keys), all.subarray(size))) return null;
  return Array.from({ length: size / ENTRY }, (_, index) => {
    const start = index * ENTRY;
    return {
      name: body.toString('hex', start, start + NAME),
      at: body.readUInt32LE(start + NAME),
      length: body.readUInt32LE(start + NAME + 4),
    };
  });
}
