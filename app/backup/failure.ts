import { GuichetError } from '#shared/domain/errors.ts';

const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'backup.diskFull',
  EDQUOT: 'backup.diskFull',
  EFBIG: 'backup.diskFull',
  EROFS: 'backup.readOnly',
  EACCES: 'backup.readOnly',
  EPERM: 'backup.readOnly',
};

export const systemCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What the operating system says of the folder of the backups, as one of our codes. */
export function backupFailure(error: unknown): unknown {
  if (error instanceof GuichetError) return error;
  const code = systemCode(error);
  // `E…`: the system's own; anything else is a fault of ours and stays what it is.
  if (!/^E[A-Z0-9]+$/.test(code)) return error;
  return new GuichetError(CODES[code] ?? 'backup.unreachable', { cause: error, retryable: true, action: 'retry' });
}
