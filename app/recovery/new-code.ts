import { timingSafeEqual } from 'node:crypto';
import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { writeRecoveryFile } from './recovery-file.ts';
import { wrapProfileKey } from './wrapped-key.ts';

/**
 * Gives a profile a recovery code in place of the one it may have had: shown once, in force when the person has typed it. Backups made before open with the
 * code of their time.
 */
export function recoveryHandlers({ config, db, audit, events, ports, users }: Context): Handlers<'recovery.begin' | 'recovery.confirm'> {
  let shown: string | null = null;
  return {
    'recovery.begin': () => {
      shown = newRecoveryCode(ports.random);
      return { code: shown };
    },
    'recovery.confirm': async ({ code }) => {
      if (shown === null) throw new GuichetError('recovery.notBegun');
      if (!timingSafeEqual(readRecoveryCode(code), readRecoveryCode(shown))) throw new GuichetError('recovery.unlike');
      const wrapped = await wrapProfileKey(await ports.vault.profileKey(), shown, ports.random);
      await writeRecoveryFile(ports.files, config.profileDir, wrapped);
      shown = null;
      db.write((tx) => audit.append(tx, { kind: 'recovery.newCode', userId: users.current().id, shown: true }));
      events.publish('backup');
      events.publish('activity');
      return {};
    },
  };
}
