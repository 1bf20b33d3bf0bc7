import { GuichetError } from '#shared/domain/errors.ts';

/** What systems say of a share or disk that went away. `ENOENT` counts only for the folder itself, see {@link mirrorFailure}. */
const AWAY = [
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTCONN',
  'ETIMEDOUT',
  'ESTALE',
  'EIO',
  'ENXIO',
  'ENODEV',
  'EREMOTEIO',
];
const CODES: ReadonlyMap<string, string> = new Map([
  ...AWAY.map((code) => [code, 'mirror.unreachable'] as const),
  ['ENOENT', 'mirror.unreachable'],
  ['EACCES', 'mirror.readOnly'],
  ['EPERM', 'mirror.readOnly'],
  ['EROFS', 'mirror.readOnly'],
  ['ENOSPC', 'mirror.diskFull'],
  ['EDQUOT', 'mirror.diskFull'],
  ['EFBIG', 'mirror.diskFull'],
]);

export const systemCode = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A failure that stops the copying, with its code; what is ours already stays as it is. */
export function mirrorFailure(error: unknown): GuichetError {
  if (error instanceof GuichetError) return error;
  const reason = systemCode(error) || 'internal';
  const code = CODES.get(reason) ?? 'mirror.failed';
  return new GuichetError(code, { retryable: true, params: { reason }, cause: error });
}
