import { createCipheriv, createDecipheriv, type ScryptOptions, scrypt } from 'node:crypto';
import type { Random } from '#app/core/ports.ts';

/** What scrypt (RFC 7914) takes: memory is 128 · N · r bytes. */
export interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** One kind of wrap: what its bytes begin with, and the costs its fifth byte may name. */
export interface WrapKind {
  /** Four characters. */
  readonly magic: string;
  readonly costs: Readonly<Record<number, Cost>>;
  /** Taken for a byte that names none: damaged bytes cost as much work as a wrong secret, and never more than the most of these costs. */
  readonly otherwise: number;
}

/**
 * A profile's key wrapped by a secret, 81 bytes: magic (4), cost (1), salt (16), nonce (12), then the key (32) under AES-256-GCM and the tag (16).
 * Everything before the key is authenticated with it.
 */
const MAGIC = 4;
const KEY = 32;
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const PREFIX = MAGIC + 1;
const HEADER = PREFIX + SALT + NONCE;
const CIPHER = 'aes-256-gcm';
export const WRAPPED_BYTES = HEADER + KEY + TAG;

function wrappingKey(secret: Uint8Array, salt: Uint8Array, cost: Cost): Promise<Buffer> {
  // Twice what the algorithm needs, since its own limit counts a little more than the table.
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => scrypt(secret, salt, KEY, options, (error, key) => (error ? reject(error) : resolve(key))));
}

/** @param cost one of the kind's */
export async function wrapKey(
  { magic, costs }: WrapKind,
  profileKey: Uint8Array,
  secret: Uint8Array,
  cost: number,
  random: Random,
): Promise<Uint8Array> {
  if (profileKey.byteLength !== KEY) throw new RangeError(`a profile's key has ${KEY} bytes`);
  const price = costs[cost];
  if (!price) throw new RangeError(`no cost ${cost}`);
  const salt = random.bytes(SALT);
  const header = Buffer.concat([Buffer.from(magic), Buffer.of(cost), salt, random.bytes(NONCE)]);
  const cipher = createCipheriv(CIPHER, await wrappingKey(secret, salt, price), header.subarray(PREFIX + SALT));
  cipher.setAAD(header);
  const sealed = cipher.update(profileKey);
  cipher.final();
  return new Uint8Array(Buffer.concat([header, sealed, cipher.getAuthTag()]));
}

/** The key; `null` for another secret and for bytes that are not what was written, after the same work. */
export async function unwrapKey(kind: WrapKind, wrapped: Uint8Array, secret: Uint8Array): Promise<Uint8Array | null> {
  const given = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const bytes = Buffer.alloc(WRAPPED_BYTES);
  given.copy(bytes);
  const cost = kind.costs[bytes[MAGIC]!] ?? kind.costs[kind.otherwise]!;
  const key = await wrappingKey(secret, bytes.subarray(PREFIX, PREFIX + SALT), cost);
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(PREFIX + SALT, HEADER));
    decipher.setAAD(bytes.subarray(0, HEADER));
    decipher.setAuthTag(bytes.subarray(HEADER + KEY));
    const profileKey = decipher.update(bytes.subarray(HEADER, HEADER + KEY));
    decipher.final();
    const isOurs = given.length === WRAPPED_BYTES && bytes.toString('latin1', 0, MAGIC) === kind.magic;
    return isOurs ? new Uint8Array(profileKey) : null;
  } catch {
    return null;
  }
}
