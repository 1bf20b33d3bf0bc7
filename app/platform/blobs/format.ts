import { type CipherGCM, createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { GuichetError } from '#shared/domain/errors.ts';

/**
 * One archived file: `GCHB`, version, then the file's own key wrapped by the archive key, the nonce of the content, the content and its
 * tag. AES-256-GCM for both; a key per file, so that no nonce can meet twice under one key.
 */
const MAGIC = Buffer.from('GCHB');
const VERSION = 1;
const NONCE = 12;
const KEY = 32;
const TAG = 16;
const START = MAGIC.length + 1;
const HEADER = START + NONCE + KEY + TAG + NONCE;
const CIPHER = 'aes-256-gcm';

export interface BlobKeys {
  readonly archive: KeyObject;
  readonly archiveNames: KeyObject;
}

/** Key objects are prepared once; raw bytes would be at every file. */
export const blobKeys = (keys: { readonly archive: Uint8Array; readonly archiveNames: Uint8Array }): BlobKeys => ({
  archive: createSecretKey(keys.archive),
  archiveNames: createSecretKey(keys.archiveNames),
});

/** The file name of a content: known documents cannot be recognised by it without the key. */
export const blobName = (sha256: string, { archiveNames }: BlobKeys): string =>
  createHmac('sha256', archiveNames).update(sha256, 'hex').digest('hex');

export interface Sealing {
  readonly header: Uint8Array;
  readonly cipher: CipherGCM;
}

/** Chance that one file needs: its key and two nonces. */
export const SEALING_BYTES = KEY + 2 * NONCE;

/** @param entropy `SEALING_BYTES` random bytes, used for this file alone */
export function beginSealing({ archive }: BlobKeys, entropy: Uint8Array): Sealing {
  if (entropy.byteLength !== SEALING_BYTES) throw new RangeError(`sealing takes ${SEALING_BYTES} random bytes`);
  const fileKey = entropy.subarray(0, KEY);
  const wrapNonce = entropy.subarray(KEY, KEY + NONCE);
  const nonce = entropy.subarray(KEY + NONCE);
  const prefix = Buffer.concat([MAGIC, Buffer.of(VERSION)]);
  const wrap = createCipheriv(CIPHER, archive, wrapNonce);
  wrap.setAAD(prefix);
  const wrapped = Buffer.concat([wrap.update(fileKey), wrap.final()]);
  const header = Buffer.concat([prefix, wrapNonce, wrapped, wrap.getAuthTag(), nonce]);
  return { header, cipher: createCipheriv(CIPHER, fileKey, nonce) };
}

/**
 * The plaintext of an archived file, proven to be the one stored.
 * @throws GuichetError `document.damaged` when a byte of it differs
 */
export function openSealed(sealed: Uint8Array, sha256: string, { archive }: BlobKeys): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  try {
    if (bytes.length < HEADER + TAG || !bytes.subarray(0, START).equals(Buffer.concat([MAGIC, Buffer.of(VERSION)])))
      throw new Error('header');
    const at = (offset: number, length: number): Buffer => bytes.subarray(START + offset, START + offset + length);
    const unwrap = createDecipheriv(CIPHER, archive, at(0, NONCE));
    unwrap.setAAD(bytes.subarray(0, START));
    unwrap.setAuthTag(at(NONCE + KEY, TAG));
    const fileKey = Buffer.concat([unwrap.update(at(NONCE, KEY)), unwrap.final()]);
    const content = createDecipheriv(CIPHER, fileKey, at(NONCE + KEY + TAG, NONCE));
    content.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = content.update(bytes.subarray(HEADER, bytes.length - TAG));
    content.final();
    if (createHash('sha256').update(plain).digest('hex') !== sha256) throw new Error('hash');
    return plain;
  } catch (cause) {
    throw new GuichetError('document.damaged', { cause, retryable: true, action: 'retry' });
  }
}
