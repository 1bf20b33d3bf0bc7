import { GuichetError } from '#shared/domain/errors.ts';

const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_DATA']);
const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE']);
/** Beginnings: SQLite says in more words who holds what. */
const HELD = ['SQLITE_BUSY', 'SQLITE_LOCKED'];
/** What the system says of the files before SQLite has them, and what SQLite would say. The first is a file that another program has to itself. */
const SYSTEM: Readonly<Record<string, string>> = {
  EBUSY: 'SQLITE_BUSY',
  ENOSPC: 'SQLITE_FULL',
  EACCES: 'SQLITE_PERM',
  EPERM: 'SQLITE_PERM',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** `true` when SQLite says that the bytes are not what it wrote: wrong key or damage. */
export const isUnreadable = (error: unknown): boolean => [...DAMAGED].some((code) => codeOf(error).startsWith(code));

/** Turns what SQLite throws into our codes, so that no statement text or value leaves this room. */
export const databaseError = (error: unknown, name: string): unknown => coded(error, codeOf(error), name);

/** The same for what the file system says while a database is opened. */
export function openingError(error: unknown): unknown {
  const code = codeOf(error);
  return coded(error, SYSTEM[code] ?? (/^E[A-Z]+$/.test(code) ? 'SQLITE_IOERR' : code), 'open');
}

function coded(error: unknown, code: string, name: string): unknown {
  if (error instanceof GuichetError || !code.startsWith('SQLITE_')) return error;
  if (isUnreadable(error)) return new GuichetError('db.damaged', { cause: error, params: { statement: name } });
  if (FULL.has(code)) return new GuichetError('db.diskFull', { cause: error, retryable: true, action: 'retry' });
  if (HELD.some((begin) => code.startsWith(begin))) return new GuichetError('db.busy', { cause: error, retryable: true, action: 'retry' });
  return new GuichetError('db.failed', { cause: error, params: { statement: name, sqlite: code } });
}
