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

/** Only the profile's disk is written to while a backup is restored; what may not be read or written can be on either side. */
const WHEN_RESTORED: Readonly<Record<string, string>> = { 'backup.diskFull': 'restore.diskFull', 'backup.readOnly': 'restore.denied' };

/** The same for a restoration. */
export function restoreFailure(error: unknown): unknown {
  const known = backupFailure(error);
  const code = known instanceof GuichetError ? WHEN_RESTORED[known.code] : undefined;
  return code ? new GuichetError(code, { cause: error, retryable: true, action: 'retry' }) : known;
}
