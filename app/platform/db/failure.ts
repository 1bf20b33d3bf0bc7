import { GuichetError } from '#shared/domain/errors.ts';

const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_DATA']);
const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE']);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** `true` when SQLite says that the bytes are not what it wrote: wrong key or damage. */
export const isUnreadable = (error: unknown): boolean => [...DAMAGED].some((code) => codeOf(error).startsWith(code));

/** Turns what SQLite throws into our codes, so that no statement text or value leaves this room. */
export function databaseError(error: unknown, name: string): unknown {
  if (error instanceof GuichetError) return error;
  const code = codeOf(error);
  if (!code.startsWith('SQLITE_')) return error;
  if (isUnreadable(error)) return new GuichetError('db.damaged', { cause: error, params: { statement: name } });
  if (FULL.has(code)) return new GuichetError('db.diskFull', { cause: error, retryable: true, action: 'retry' });
  if (code.startsWith('SQLITE_BUSY')) return new GuichetError('db.busy', { cause: error, retryable: true, action: 'retry' });
  return new GuichetError('db.failed', { cause: error, params: { statement: name, sqlite: code } });
}
