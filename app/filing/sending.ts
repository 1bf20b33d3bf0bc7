import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';

/** What goes over the wire. Digests are SHA-256, hexadecimal. */
export interface Sending {
  readonly zip: Uint8Array;
  readonly zipSha256: string;
}

/** A file that travels beside the XML. */
export interface SendingAnnex {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The same XML and annexes always give the same archive, so the archive's digest in a receipt proves which bytes arrived. */
const FIXED_TIME = new Date(2000, 0, 1);

const byName = (a: SendingAnnex, b: SendingAnnex): number => (a.fileName < b.fileName ? -1 : 1);

/** The ZIP with the one XML SPF wants, first, and the annexes in the order of their names, whatever order they were added in. */
export function sendingOf(xml: Uint8Array, fileName: string, annexes: readonly SendingAnnex[] = []): Sending {
  const files: Zippable = { [fileName]: [xml, { mtime: FIXED_TIME, level: 9, os: 3 }] };
  // Stored as they are: PDF, pictures and archives hardly shrink, and so their sizes add up to the size of the sending.
  for (const { fileName: name, bytes } of [...annexes].sort(byName)) files[name] = [bytes, { mtime: FIXED_TIME, level: 0, os: 3 }];
  const zip = zipSync(files);
  return { zip, zipSha256: sha256Hex(zip) };
}

export const fileNameOf = (vatNumber: string, periodKey: string): string => `vat-${vatNumber}-${periodKey}.xml`;
