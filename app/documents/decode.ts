import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { GuichetError } from '#shared/domain/errors.ts';

/** What servers and proxies compress with although nobody asked them to (RFC 9110 section 8.4.1). */
const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The document itself, whatever it was packed in for the way.
 * @throws GuichetError `document.cut` when the packing ends too early or is none; `document.encoded` for a packing nobody knows
 */
export function decoded(body: AsyncIterable<Uint8Array>, encoding: string | undefined): AsyncIterable<Uint8Array> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const make = DECODERS[name];
  if (!make) throw new GuichetError('document.encoded', { retryable: true, action: 'retry' });
  return unpack(body, make());
}

async function* unpack(body: AsyncIterable<Uint8Array>, decoder: Transform): AsyncGenerator<Uint8Array> {
  const fed = pipeline(body, decoder).catch((error: unknown) => error);
  try {
    for await (const chunk of decoder) yield chunk as Uint8Array;
  } catch (cause) {
    const failure = await fed;
    throw failure instanceof GuichetError ? failure : new GuichetError('document.cut', { retryable: true, action: 'retry', cause });
  } finally {
    decoder.destroy();
    await fed;
  }
}
