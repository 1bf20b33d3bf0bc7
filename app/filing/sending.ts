import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';

/** What goes over the wire. Digests are SHA-256, hexadecimal. */
export interface Sending {
  readonly zip: Uint8Array;
  readonly zipSha256: string;
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same XML always gives the same archive, so the archive's digest in a receipt proves which bytes arrived. */
const FIXED_TIME = new Date(2000, 0, 1);

/** The ZIP with the one XML SPF wants. */
export function sendingOf(xml: Uint8Array, fileName: string): Sending {
  const zip = zipSync({ [fileName]: [xml, { mtime: FIXED_TIME, level: 9, os: 3 }] });
  return { zip, zipSha256: sha256Hex(zip) };
}

export const fileNameOf = (vatNumber: string, periodKey: string): string => `vat-${vatNumber}-${periodKey}.xml`;
