import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Net, NetResponse } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import type { ReleaseFile } from './release.ts';

const TEXT_MS = 30_000;
const FILE_MS = 30 * 60_000;
/** A release is a few kilobytes; whatever is longer is none. */
const TEXT_BYTES = 256 * 1024;

/** The way to a feed: only its own origin, redirects never followed, closed after each errand. */
export type NetTo = (origin: string) => Net & { close(): Promise<void> };

async function get<T>(netTo: NetTo, url: string, timeoutMs: number, use: (response: NetResponse) => Promise<T>): Promise<T> {
  const net = netTo(new URL(url).origin);
  try {
    const response = await net.send({ url, method: 'GET', headers: {}, timeoutMs });
    if (response.status !== 200) throw new GuichetError('updates.unreachable', { retryable: true, action: 'retry' });
    return await use(response);
  } catch (cause) {
    if (cause instanceof GuichetError && cause.code.startsWith('updates.')) throw cause;
    throw new GuichetError('updates.unreachable', { retryable: true, action: 'retry', cause });
  } finally {
    await net.close();
  }
}

/** @throws GuichetError `updates.unreachable`, `updates.unreadable` when it is too long */
export function readText(netTo: NetTo, url: string): Promise<string> {
  return get(netTo, url, TEXT_MS, async ({ body }) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of body) {
      length += chunk.byteLength;
      if (length > TEXT_BYTES) throw new GuichetError('updates.unreadable');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  });
}

/**
 * Writes a file of the feed while its hash is taken; never more bytes than were signed.
 * @throws GuichetError `updates.hash` when it is another file, `updates.unreachable`
 */
export function fetchFile(netTo: NetTo, url: string, to: string, wanted: ReleaseFile, progress: (percent: number) => void): Promise<void> {
  return get(netTo, url, FILE_MS, async ({ body }) => {
    const hash = createHash('sha512');
    const file = await open(to, 'w', 0o600);
    try {
      let length = 0;
      for await (const chunk of body) {
        length += chunk.byteLength;
        if (length > wanted.size) throw new GuichetError('updates.hash');
        hash.update(chunk);
        await file.writeFile(chunk);
        progress(Math.floor((length / wanted.size) * 100));
      }
      if (length !== wanted.size || hash.digest('base64') !== wanted.sha512) throw new GuichetError('updates.hash');
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** SHA-512 in base64 of a file on this machine. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}
