import { type CipherGCM, createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { GuichetError } from '#shared/domain/errors.ts';

/**
 * A sealed content, alone in a file (version 1) or as a record of a segment (version 2): `GCHB`, version, in a record the length of the
 * content and its name, then the content's own key wrapped by the archive key, the nonce of the content, the content and its tag.
 * AES-256-GCM for both; a key per content, so that no nonce can meet twice under one key. What precedes the wrapped key is authenticated
 * with it: a record's length can be trusted before its content is read.
 */
const MAGIC = Buffer.from('GCHB');
const ALONE = 1;
const RECORD = 2;
const NONCE = 12;
const KEY = 32;
const TAG = 16;
const NAME = 32;
const WRAP = NONCE + KEY + TAG + NONCE;
const ALONE_PREFIX = Buffer.concat([MAGIC, Buffer.of(ALONE)]);
const RECORD_PREFIX = MAGIC.length + 1 + 4 + NAME;
const CIPHER = 'aes-256-gcm';

/** Bytes of a record before its content. */
export const RECORD_HEADER = RECORD_PREFIX + WRAP;
/** Bytes of a record beside its content. */
export const RECORD_OVERHEAD = RECORD_HEADER + TAG;
/** How a record begins. */
export const RECORD_START = Buffer.concat([MAGIC, Buffer.of(RECORD)]);

export interface BlobKeys {
  readonly archive: KeyObject;
  readonly archiveNames: KeyObject;
}

/** Key objects are prepared once; raw bytes would be at every file. */
export const blobKeys = (keys: { readonly archive: Uint8Array; readonly archiveNames: Uint8Array }): BlobKeys => ({
  archive: createSecretKey(keys.archive),
  archiveNames: createSecretKey(keys.archiveNames),
});

/** The name of a content, hexadecimal: known documents cannot be recognised by it without the key. */
export const blobName = (sha256: string, { archiveNames }: BlobKeys): string =>
  createHmac('sha256', archiveNames).update(sha256, 'hex').digest('hex');

export interface Sealing {
  readonly header: Uint8Array;
  readonly cipher: CipherGCM;
}

/** Chance that one content needs: its key and two nonces. */
export const SEALING_BYTES = KEY + 2 * NONCE;

function seal({ archive }: BlobKeys, entropy: Uint8Array, prefix: Buffer): Sealing {
  if (entropy.byteLength !== SEALING_BYTES) throw new RangeError(`sealing takes ${SEALING_BYTES} random bytes`);
  const ownKey = entropy.subarray(0, KEY);
  const wrapNonce = entropy.subarray(KEY, KEY + NONCE);
  const nonce = entropy.subarray(KEY + NONCE);
  const wrap = createCipheriv(CIPHER, archive, wrapNonce);
  wrap.setAAD(prefix);
  const wrapped = wrap.update(ownKey);
  wrap.final();
  const header = Buffer.concat([prefix, wrapNonce, wrapped, wrap.getAuthTag(), nonce]);
  return { header, cipher: createCipheriv(CIPHER, ownKey, nonce) };
}

/** A content that gets a file of its own. @param entropy `SEALING_BYTES` random bytes, used for this content alone */
export const beginSealing = (keys: BlobKeys, entropy: Uint8Array): Sealing => seal(keys, entropy, ALONE_PREFIX);

/** A whole record, in pieces. @param entropy as above */
export function sealRecord(keys: BlobKeys, entropy: Uint8Array, name: string, content: Uint8Array): readonly Uint8Array[] {
  const prefix = Buffer.allocUnsafe(RECORD_PREFIX);
  RECORD_START.copy(prefix);
  prefix.writeUInt32LE(content.byteLength, RECORD_START.length);
  prefix.write(name, RECORD_START.length + 4, 'hex');
  const { header, cipher } = seal(keys, entropy, prefix);
  const sealed = cipher.update(content);
  cipher.final();
  return [header, sealed, cipher.getAuthTag()];
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The content's own key. Throws when a bit of what precedes it was changed. */
function unwrap(bytes: Buffer, prefix: number, { archive }: BlobKeys): Buffer {
  const at = (offset: number, length: number): Buffer => bytes.subarray(prefix + offset, prefix + offset + length);
  const decipher = createDecipheriv(CIPHER, archive, at(0, NONCE));
  decipher.setAAD(bytes.subarray(0, prefix));
  decipher.setAuthTag(at(NONCE + KEY, TAG));
  const key = decipher.update(at(NONCE, KEY));
  decipher.final();
  return key;
}

/** What the header of a record says, `null` when it is none or not as it was written. */
export function readRecordHeader(header: Uint8Array, keys: BlobKeys): { readonly name: string; readonly length: number } | null {
  const bytes = asBuffer(header);
  if (bytes.length < RECORD_HEADER || !bytes.subarray(0, RECORD_START.length).equals(RECORD_START)) return null;
  try {
    unwrap(bytes, RECORD_PREFIX, keys);
  } catch {
    return null;
  }
  const name = bytes.subarray(RECORD_START.length + 4, RECORD_PREFIX).toString('hex');
  return { name, length: bytes.readUInt32LE(RECORD_START.length) + RECORD_OVERHEAD };
}

/**
 * The plaintext of a sealed content, proven to be the one stored.
 * @throws GuichetError `document.damaged` when a byte of it differs
 */
export function openSealed(sealed: Uint8Array, sha256: string, keys: BlobKeys): Uint8Array<ArrayBuffer> {
  const bytes = asBuffer(sealed);
  try {
    const isRecord = bytes.subarray(0, RECORD_START.length).equals(RECORD_START);
    if (!isRecord && !bytes.subarray(0, ALONE_PREFIX.length).equals(ALONE_PREFIX)) throw new Error('header');
    const prefix = isRecord ? RECORD_PREFIX : ALONE_PREFIX.length;
    if (bytes.length < prefix + WRAP + TAG) throw new Error('length');
    const ownKey = unwrap(bytes, prefix, keys);
    const content = createDecipheriv(CIPHER, ownKey, bytes.subarray(prefix + WRAP - NONCE, prefix + WRAP));
    content.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = content.update(bytes.subarray(prefix + WRAP, bytes.length - TAG));
    content.final();
    if (createHash('sha256').update(plain).digest('hex') !== sha256) throw new Error('hash');
    return plain;
  } catch (cause) {
    throw new GuichetError('document.damaged', { cause, retryable: true, action: 'retry' });
  }
}
