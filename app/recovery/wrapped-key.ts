import { createCipheriv, createDecipheriv, type ScryptOptions, scrypt } from 'node:crypto';
import type { Random } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { readRecoveryCode } from './recovery-code.ts';

/**
 * The profile's key wrapped by a recovery code, 81 bytes: `GCHR`, version, a salt (16), a nonce (12), then the key (32) under AES-256-GCM and the
 * tag (16). Everything before the key is authenticated with it. The version says what scrypt costs.
 */
const MAGIC = Buffer.from('GCHR');
const KEY = 32;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const PREFIX = MAGIC.length + 1;
const HEADER = PREFIX + SALT + NONCE;
const CIPHER = 'aes-256-gcm';
export const WRAPPED_BYTES = HEADER + KEY + TAG;

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
/** 32 MB of memory: the code alone is out of reach of guessing, this is for the case that half of it was seen. */
const COSTS: Readonly<Record<number, Cost>> = { 1: { N: 2 ** 15, r: 8, p: 1 } };
const CURRENT = 1;

function wrappingKey(secret: Uint8Array, salt: Uint8Array, version: number): Promise<Buffer> {
  // A version nobody knows is a damaged wrap: it costs as much as a wrong code.
  const cost = COSTS[version] ?? COSTS[CURRENT]!;
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => scrypt(secret, salt, KEY, options, (error, key) => (error ? reject(error) : resolve(key))));
}

/**
 * @param profileKey 32 bytes
 * @param code as shown to the person
 * @throws GuichetError `recovery.mistyped`
 */
export async function wrapProfileKey(profileKey: Uint8Array, code: string, random: Random): Promise<Uint8Array> {
  if (profileKey.byteLength !== KEY) throw new RangeError(`a profile's key has ${KEY} bytes`);
  const secret = readRecoveryCode(code);
  const salt = random.bytes(SALT);
  const header = Buffer.concat([MAGIC, Buffer.of(CURRENT), salt, random.bytes(NONCE)]);
  const cipher = createCipheriv(CIPHER, await wrappingKey(secret, salt, CURRENT), header.subarray(PREFIX + SALT));
  cipher.setAAD(header);
  const sealed = cipher.update(profileKey);
  cipher.final();
  return new Uint8Array(Buffer.concat([header, sealed, cipher.getAuthTag()]));
}

/**
 * The profile's key. A wrong code and damaged bytes give the same answer after the same work, so that whoever tries learns nothing.
 * @throws GuichetError `recovery.mistyped` before anything is tried; `recovery.refused`
 */
export async function unwrapProfileKey(wrapped: Uint8Array, code: string): Promise<Uint8Array> {
  const secret = readRecoveryCode(code);
  const given = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const bytes = Buffer.alloc(WRAPPED_BYTES);
  given.copy(bytes);
  const key = await wrappingKey(secret, bytes.subarray(PREFIX, PREFIX + SALT), bytes[MAGIC.length]!);
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(PREFIX + SALT, HEADER));
    decipher.setAAD(bytes.subarray(0, HEADER));
    decipher.setAuthTag(bytes.subarray(HEADER + KEY));
    const profileKey = decipher.update(bytes.subarray(HEADER, HEADER + KEY));
    decipher.final();
    if (given.length !== WRAPPED_BYTES) throw new Error('length');
    return new Uint8Array(profileKey);
  } catch {
    throw new GuichetError('recovery.refused');
  }
}
