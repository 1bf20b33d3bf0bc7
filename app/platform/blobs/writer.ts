import { createHash } from 'node:crypto';
import type { Files, FileWriter, Random } from '#app/core/ports.ts';
import { type BlobKeys, beginSealing, blobName } from './format.ts';

/** A complete file on its way in: encrypted, not yet flushed, not yet under its name. */
export interface Staged {
  readonly name: string;
  readonly sha256: string;
  /** Bytes of the plaintext. */
  readonly size: number;
  readonly temporary: string;
  readonly file: FileWriter;
}

export interface BlobWriter {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<Staged>;
  /** Drops what was written. */
  abandon(): Promise<void>;
}

/** Most documents are smaller than this and reach the disk in one write. */
const BUFFER = 512 * 1024;

/** Encrypts and hashes while the bytes come in; the plaintext never reaches the disk. */
export function createBlobWriter(files: Files, random: Random, keys: BlobKeys, temporary: string): BlobWriter {
  const { header, cipher } = beginSealing(keys, random);
  const hash = createHash('sha256');
  let pending: Uint8Array[] = [header];
  let pendingSize = header.byteLength;
  let size = 0;
  let file: FileWriter | null = null;

  const flush = async (): Promise<FileWriter> => {
    file ??= await files.create(temporary);
    const out = pending;
    pending = [];
    pendingSize = 0;
    if (out.length > 0) await file.write(out);
    return file;
  };

  return {
    write: async (chunk) => {
      hash.update(chunk);
      const sealed = cipher.update(chunk);
      size += chunk.byteLength;
      pending.push(sealed);
      pendingSize += sealed.byteLength;
      if (pendingSize >= BUFFER) await flush();
    },
    finish: async () => {
      pending.push(cipher.final(), cipher.getAuthTag());
      const sha256 = hash.digest('hex');
      return { name: blobName(sha256, keys), sha256, size, temporary, file: await flush() };
    },
    abandon: async () => {
      if (!file) return;
      await file.close();
      await files.remove(temporary);
    },
  };
}
