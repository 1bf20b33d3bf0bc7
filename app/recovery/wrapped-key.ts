import type { Random } from '#app/core/ports.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { unwrapKey, type WrapKind, wrapKey } from './key-wrap.ts';
import { readRecoveryCode } from './recovery-code.ts';

/** The fifth byte is a version here. 32 MB of memory: the code alone is out of reach of guessing, this is for the case that half of it was seen. */
const CURRENT = 1;
const BY_CODE: WrapKind = { magic: 'GCHR', costs: { [CURRENT]: { N: 2 ** 15, r: 8, p: 1 } }, otherwise: CURRENT };

/**
 * The profile's key wrapped by a recovery code, 81 bytes (see key-wrap.ts).
 * @param profileKey 32 bytes
 * @param code as shown to the person
 * @throws GuichetError `recovery.mistyped`
 */
export const wrapProfileKey = async (profileKey: Uint8Array, code: string, random: Random): Promise<Uint8Array> =>
  wrapKey(BY_CODE, profileKey, readRecoveryCode(code), CURRENT, random);

/**
 * The profile's key. A wrong code and damaged bytes give the same answer after the same work, so that whoever tries learns nothing.
 * @throws GuichetError `recovery.mistyped` before anything is tried; `recovery.refused`
 */
export async function unwrapProfileKey(wrapped: Uint8Array, code: string): Promise<Uint8Array> {
  const key = await unwrapKey(BY_CODE, wrapped, readRecoveryCode(code));
  if (key === null) throw new GuichetError('recovery.refused');
  return key;
}
