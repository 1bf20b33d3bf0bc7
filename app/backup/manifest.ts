import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Keys } from '#app/core/keys.ts';
import type { Random } from '#app/core/ports.ts';
import { WRAPPED_BYTES } from '#app/recovery/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

const zPiece = z.tuple([z.string().regex(/^[0-9a-f]{64}$/), z.number().int().positive()]);
const zFile = z.object({
  /** Relative to the profile, with slashes. */
  path: z.string(),
  size: z.number().int().min(0),
  /** How many parts of it had been erased on purpose. */
  erased: z.number().int().min(0),
  pieces: z.array(zPiece),
});
export type StoredFile = z.infer<typeof zFile>;

const zManifest = z.object({
  format: z.literal(1),
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  version: z.string(),
  environment: z.string(),
  /** What the database said, see `DatabaseCopy.digest`. */
  digest: z.string(),
  documents: z.number().int(),
  /** Bytes of all pieces; those not in the backup before. */
  bytes: z.number().int(),
  added: z.number().int(),
  database: zFile,
  archive: z.array(zFile),
});
/** One backup: what the profile was and which pieces it is made of. */
export type Manifest = z.infer<typeof zManifest>;

/**
 * On the disk: `GCBM`, version, the profile's key wrapped by the recovery code (see app/recovery), a nonce, the manifest as packed JSON under
 * AES-256-GCM and its tag, then the SHA-256 of all before it, by which a half one is known without a key.
 */
const START = Buffer.concat([Buffer.from('GCBM'), Buffer.of(1)]);
const NONCE = 12;
const TAG = 16;
const HASH = 32;
const HEADER = START.length + WRAPPED_BYTES + NONCE;
const CIPHER = 'aes-256-gcm';
const keyOf = (keys: Keys): Uint8Array => keys.derive('backup-manifest');
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const isWhole = (bytes: Buffer): boolean =>
  bytes.length > HEADER + TAG + HASH &&
  bytes.subarray(0, START.length).equals(START) &&
  hashOf(bytes.subarray(0, -HASH)).equals(bytes.subarray(-HASH));

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function encodeManifest(manifest: Manifest, wrapped: Uint8Array, keys: Keys, random: Random): Uint8Array {
  const nonce = random.bytes(NONCE);
  const header = Buffer.concat([START, wrapped, nonce]);
  const cipher = createCipheriv(CIPHER, keyOf(keys), nonce);
  cipher.setAAD(header);
  const sealed = Buffer.concat([header, cipher.update(gzipSync(JSON.stringify(manifest))), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([sealed, hashOf(sealed)]);
}

/** The wrapped key of the profile, `null` when the manifest is not whole. */
export function wrappedKeyOf(given: Uint8Array): Uint8Array | null {
  const bytes = asBuffer(given);
  return isWhole(bytes) ? bytes.subarray(START.length, START.length + WRAPPED_BYTES) : null;
}

/** @throws GuichetError `backup.half` for one that is not whole, `backup.otherProfile` for one that this profile did not write */
export function decodeManifest(given: Uint8Array, keys: Keys): Manifest {
  const bytes = asBuffer(given);
  if (!isWhole(bytes)) throw new GuichetError('backup.half');
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(keys), bytes.subarray(HEADER - NONCE, HEADER));
    decipher.setAAD(bytes.subarray(0, HEADER));
    decipher.setAuthTag(bytes.subarray(-HASH - TAG, -HASH));
    const packed = Buffer.concat([decipher.update(bytes.subarray(HEADER, -HASH - TAG)), decipher.final()]);
    return zManifest.parse(JSON.parse(gunzipSync(packed).toString('utf8')));
  } catch (cause) {
    throw new GuichetError('backup.otherProfile', { cause });
  }
}

export const piecesOf = ({ database, archive }: Manifest): StoredFile['pieces'] => [database, ...archive].flatMap(({ pieces }) => pieces);
