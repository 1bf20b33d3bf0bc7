import { timingSafeEqual } from 'node:crypto';
import type { Context } from '#app/core/context.ts';
import { readRecoveryCode, readRecoveryFile, unwrapProfileKey } from '#app/recovery/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/**
 * Whether a code is the one of this profile, in two steps: what costs nobody a try, then the try. Another profile's file with its code, put in
 * the place of ours, opens another key.
 * @throws GuichetError `users.noRecovery`, `recovery.mistyped`
 */
export function recoveryJudge({ config, ports }: Pick<Context, 'config' | 'ports'>): (code: string) => Promise<() => Promise<boolean>> {
  return async (code) => {
    const wrapped = await readRecoveryFile(ports.files, config.profileDir);
    if (!wrapped) throw new GuichetError('users.noRecovery');
    readRecoveryCode(code);
    return async () => {
      try {
        return timingSafeEqual(await unwrapProfileKey(wrapped, code), await ports.vault.profileKey());
      } catch (error) {
        if (error instanceof GuichetError && error.code === 'recovery.refused') return false;
        throw error;
      }
    };
  };
}
