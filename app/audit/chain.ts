import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A row as the database has it, without its place in the chain. */
export interface Content {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly userId: string | null;
  readonly clientId: string | null;
  readonly subjectId: string | null;
  readonly correlationId: string | null;
  readonly status: number | null;
  readonly durationMs: number | null;
  readonly bytes: number | null;
  /** JSON text, byte for byte as stored. */
  readonly params: string;
  readonly shown: number;
}

/** What stands before the first row of a trail. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/**
 * The hash of a row: SHA-256 over the hash of the row before and the row as a JSON array in the order below, UTF-8. Its number is left out,
 * so that a row renumbered is still recognised.
 */
export function link(before: Uint8Array, row: Content): Buffer {
  const { id, at, kind, userId, clientId, subjectId, correlationId, status, durationMs, bytes, params, shown } = row;
  const canonical = JSON.stringify([id, at, kind, userId, clientId, subjectId, correlationId, status, durationMs, bytes, params, shown]);
  return createHash('sha256').update(before).update(canonical, 'utf8').digest();
}

export type SealKind = 'head' | 'pruned' | 'verified';

/** What is said, under the profile's key, about one place of the chain; `at` and `entries` are 0 for the head. */
export interface Sealed {
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly at: number;
  readonly entries: number;
}

/** HMAC-SHA256 with the key derived for the purpose `audit`. */
export const seal = (key: Uint8Array, kind: SealKind, { seq, hash, at, entries }: Sealed): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify([kind, seq, Buffer.from(hash).toString('hex'), at, entries]), 'utf8')
    .digest();

export const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.byteLength === other.byteLength && timingSafeEqual(one, other);
