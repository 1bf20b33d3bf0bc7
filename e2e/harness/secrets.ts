import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

export interface Secret {
  /** What it is, for the report. */
  readonly what: string;
  readonly value: string | Uint8Array;
}

export interface Finding {
  /** Relative to the folder that was looked through. */
  readonly file: string;
  readonly what: string;
  readonly as: string;
}

/** Shorter ones are found by chance. */
const SHORTEST = 8;

/** The ways in which a program may write a text without meaning to hide it. */
function formsOf({ value }: Secret): readonly (readonly [string, Buffer])[] {
  const bytes = Buffer.from(value as string);
  const text = typeof value === 'string' ? value : null;
  const utf16 = text === null ? null : Buffer.from(text, 'utf16le');
  const forms: (readonly [string, Buffer])[] = [
    ['plain', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ...[0, 1, 2].map((shift) => ['base64', base64Core(bytes, shift)] as const),
    ...[0, 1, 2].map(
      (shift) => ['base64url', Buffer.from(base64Core(bytes, shift).toString().replaceAll('+', '-').replaceAll('/', '_'))] as const,
    ),
  ];
  if (text !== null && utf16 !== null) {
    forms.push(['utf-16 le', utf16], ['utf-16 be', Buffer.from(utf16).swap16()], ['latin-1', Buffer.from(text, 'latin1')]);
    forms.push(['in a URL', Buffer.from(encodeURIComponent(text))], ['in JSON', Buffer.from(JSON.stringify(text).slice(1, -1))]);
  }
  return forms.filter(([, form]) => form.length >= SHORTEST);
}

/** The characters of a base64 text that do not depend on what stands before and after. */
function base64Core(bytes: Buffer, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, -2));
}

/** A file as it is, and unpacked where it is packed in a way that hides nothing. */
function contentsOf(file: string): readonly (readonly [string, Buffer])[] {
  const raw = readFileSync(file);
  const unpacked = raw.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])) ? [['gzip, ', gunzipSync(raw)] as const] : zipEntries(raw);
  return [['', raw] as const, ...unpacked];
}

function zipEntries(raw: Buffer): readonly (readonly [string, Buffer])[] {
  const found: (readonly [string, Buffer])[] = [];
  for (let at = raw.indexOf('PK\u0003\u0004'); at >= 0; at = raw.indexOf('PK\u0003\u0004', at + 4)) {
    if (raw.length < at + 30 || raw.readUInt16LE(at + 8) !== 8) continue;
    const start = at + 30 + raw.readUInt16LE(at + 26) + raw.readUInt16LE(at + 28);
    try {
      found.push(['zip, ', inflateRawSync(raw.subarray(start))]);
    } catch {
      // Bytes that look like the head of an entry and are none.
    }
  }
  return found;
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** Looks for every secret, in every form, in every file under a folder; file names count too. */
export function findSecrets(folder: string, secrets: readonly Secret[]): readonly Finding[] {
  const forms = secrets.flatMap((secret) => formsOf(secret).map(([as, form]) => ({ what: secret.what, as, form })));
  return filesUnder(folder).flatMap((file) =>
    [...contentsOf(path.join(folder, file)), ['name, ', Buffer.from(file)] as const].flatMap(([how, content]) =>
      forms.filter(({ form }) => content.includes(form)).map(({ what, as }) => ({ file, what, as: `${how}${as}` })),
    ),
  );
}
