import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';

/** AEGIS-256: authenticated per page and the fastest of the fork's ciphers on processors with AES instructions. */
export function unlock(raw: Sqlite.Database, key: Uint8Array): void {
  raw.pragma("cipher = 'aegis'");
  raw.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`);
}

/** Beside the database since its first opening; also tells that there was one. */
export const checkPath = (file: string): string => `${file}.check`;
const keyCheck = (key: Uint8Array): Buffer => createHmac('sha256', key).update('guichet key check').digest();

/**
 * A wrong key and a damaged first page look the same to SQLite; this file beside the database tells them apart without weakening the key.
 * `null` when it is missing or not whole.
 */
export function keyMatches(file: string, key: Uint8Array): boolean | null {
  if (!existsSync(checkPath(file))) return null;
  const stored = readFileSync(checkPath(file));
  const expected = keyCheck(key);
  return stored.length === expected.length ? timingSafeEqual(stored, expected) : null;
}

export function keepKeyCheck(file: string, key: Uint8Array): void {
  if (!existsSync(checkPath(file))) writeFileSync(checkPath(file), keyCheck(key));
}
