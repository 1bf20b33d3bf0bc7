import type { NetResponse } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** More than this is no answer of an API. */
const JSON_LIMIT = 64 * 1024 * 1024;

/** The whole body. @throws GuichetError `net.tooLarge` beyond `limit` bytes, `net.cut` when the connection breaks */
export async function readBytes(response: NetResponse, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > limit) throw new GuichetError('net.tooLarge', { params: { limit } });
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size);
}

/** Reads and drops what is left, so that the connection can serve again. */
export async function discard(response: NetResponse): Promise<void> {
  for await (const _ of response.body) {
    // nothing of it is kept
  }
}

export const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^\s*(?:<!doctype\s+html|<html|<head|<body)/i.test(
    Buffer.from(bytes.subarray(0, 256))
      .toString('latin1')
      .replace(/^\ufeff|^ï»¿/, ''),
  );

/**
 * The body as JSON, `null` when it is empty.
 * @throws GuichetError `net.html` for a web page where data was due (portal maintenance, proxy), `net.notJson` for anything else unreadable
 */
export async function readJson(response: NetResponse): Promise<unknown> {
  const bytes = await readBytes(response, JSON_LIMIT);
  if (bytes.byteLength === 0) return null;
  if (looksLikeHtml(bytes)) throw new GuichetError('net.html', { retryable: true, action: 'retry', params: { status: response.status } });
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as unknown;
  } catch (cause) {
    throw new GuichetError('net.notJson', { retryable: true, action: 'retry', params: { status: response.status }, cause });
  }
}
