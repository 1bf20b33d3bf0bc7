import { GuichetError } from '#shared/domain/errors.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What operating systems say when a file cannot be written, and what it means for the archive as a whole. */
const WRITE_CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'archive.diskFull',
  EDQUOT: 'archive.diskFull',
  EFBIG: 'archive.diskFull',
  EROFS: 'archive.readOnly',
  EACCES: 'archive.readOnly',
  EPERM: 'archive.readOnly',
};

/** Anything not listed stays what it is. */
export function writeFailure(error: unknown): unknown {
  const code = WRITE_CODES[codeOf(error)];
  return code ? new GuichetError(code, { cause: error, retryable: true, action: 'retry' }) : error;
}

export const isAbsent = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** A sector that cannot be read is a damaged document; anything else tells of the disk or its rights, not of the document. */
export const readFailure = (error: unknown): GuichetError =>
  new GuichetError(codeOf(error) === 'EIO' ? 'document.damaged' : 'archive.unreadable', { cause: error, retryable: true, action: 'retry' });

/** Nothing more can be stored until a person has done something. */
export const blocksStorage = (error: unknown): error is GuichetError =>
  error instanceof GuichetError && Object.values(WRITE_CODES).includes(error.code);
