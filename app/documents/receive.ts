import type { NetResponse } from '#app/core/ports.ts';
import type { BlobStore, Staged } from '#app/platform/blobs/index.ts';
import { looksLikeHtml } from '#app/platform/http/body.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { decoded } from './decode.ts';
import { HEAD_BYTES, sniff, TAIL_BYTES } from './sniff.ts';

/** SPF's largest files are about 20 MB. */
const LARGEST = 64 * 1024 * 1024;

export interface Received {
  readonly staged: Staged;
  readonly mimeType: string;
}

const refuse = (code: string): GuichetError => new GuichetError(code, { retryable: true, action: 'retry' });

/**
 * Takes a body into the archive's antechamber, judged while it streams: nothing empty, cut, of another length than announced, and no web
 * page in place of a document.
 * @throws GuichetError `document.empty`, `document.length`, `document.html`, `document.cut`, `document.tooLarge`, `document.encoded`,
 * `net.cut`
 */
export async function receive(response: NetResponse, blobs: BlobStore): Promise<Received> {
  const announced = /^\d+$/.test(response.headers['content-length'] ?? '') ? Number(response.headers['content-length']) : null;
  if (announced !== null && announced > LARGEST) {
    // Leaving the loop ends the connection; reading on would take in all of it.
    for await (const _ of response.body) break;
    throw refuse('document.tooLarge');
  }
  const encoding = response.headers['content-encoding'];
  const packed = encoding === undefined ? null : counted(response.body);
  const body = packed ? decoded(packed.body, encoding) : response.body;
  const writer = blobs.writer();
  const ends = createEnds();
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > LARGEST) throw refuse('document.tooLarge');
      ends.take(chunk);
      const full = writer.write(chunk);
      if (full) await full;
    }
    if (size === 0) throw refuse('document.empty');
    if (announced !== null && announced !== (packed?.size() ?? size)) throw refuse('document.length');
    if (looksLikeHtml(ends.head())) throw refuse('document.html');
    const { mimeType, complete } = sniff(ends.head(), ends.tail());
    if (!complete) throw refuse('document.cut');
    return { staged: await writer.finish(), mimeType };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** Knows how much came over the line, which is what the announced length tells of. */
function counted(source: AsyncIterable<Uint8Array>): { readonly body: AsyncIterable<Uint8Array>; size(): number } {
  let size = 0;
  async function* count(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      size += chunk.byteLength;
      yield chunk;
    }
  }
  return { body: count(), size: () => size };
}

/** The first and last bytes of a stream. Chunks are kept by reference; only the few bytes looked at are joined. */
function createEnds() {
  const firsts: Uint8Array[] = [];
  let firstSize = 0;
  let lasts: Uint8Array[] = [];
  let lastSize = 0;
  return {
    take: (chunk: Uint8Array): void => {
      if (firstSize < HEAD_BYTES) {
        const part = chunk.subarray(0, HEAD_BYTES - firstSize);
        firsts.push(part);
        firstSize += part.byteLength;
      }
      const part = chunk.subarray(-TAIL_BYTES);
      lasts.push(part);
      lastSize += part.byteLength;
      while (lastSize - lasts[0]!.byteLength >= TAIL_BYTES) {
        lastSize -= lasts[0]!.byteLength;
        lasts = lasts.slice(1);
      }
    },
    head: (): Uint8Array => (firsts.length === 1 ? firsts[0]! : Buffer.concat(firsts)),
    tail: (): Uint8Array => Buffer.concat(lasts).subarray(-TAIL_BYTES),
  };
}
