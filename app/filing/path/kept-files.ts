import { command, query, type Reader, type Writer } from '#app/platform/db/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** A file kept with a return, that never travels: the proof of a filing on the portal, the client's agreement. */
export interface KeptFile {
  readonly id: string;
  readonly returnId: string;
  readonly kind: 'portal' | 'signOff';
  readonly fileName: string;
  readonly fileType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly userId: string;
  readonly now: number;
}

const LARGEST_MB = 20;

const insert = command<KeptFile>(
  'keptFile.insert',
  `INSERT INTO vat_file (id, return_id, kind, file_name, file_type, sha256, bytes, created_by, created_at)
   VALUES (@id, @returnId, @kind, @fileName, @fileType, @sha256, @bytes, @userId, @now)`,
);
const newest = query<{ fileName: string; bytes: Uint8Array; sha256: string }, { returnId: string; kind: string }>(
  'keptFile.newest',
  `SELECT file_name AS fileName, bytes, sha256 FROM vat_file WHERE return_id = @returnId AND kind = @kind
   ORDER BY created_at DESC, id DESC LIMIT 1`,
);

export const keptFiles = {
  insert: (tx: Writer, file: KeptFile): number => tx.run(insert, file),
  newest: (db: Reader, returnId: string, kind: KeptFile['kind']) => db.get(newest, { returnId, kind }),
};

/** @throws GuichetError `vat.fileTooLarge` */
export function assertSize(bytes: Uint8Array): void {
  if (bytes.byteLength > LARGEST_MB * 1024 * 1024)
    throw new GuichetError('vat.fileTooLarge', { action: 'chooseFile', params: { limit: LARGEST_MB } });
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** By its content: a header near the start, an end near the end, and what leads to its parts. */
export function isPdf(bytes: Uint8Array): boolean {
  const end = text(bytes.subarray(Math.max(0, bytes.byteLength - 2048)));
  return /%PDF-\d/.test(text(bytes.subarray(0, 1024))) && end.includes('%%EOF') && end.includes('startxref');
}

/** The last part of a path, so that a name never leads anywhere. */
export const plainName = (name: string): string => name.split(/[/\\]/).at(-1)?.trim() || 'document';
