import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { LockStatus } from '#shared/contract/lock.ts';
import { GuichetError } from '#shared/domain/errors.ts';

/** The lock of the application. */
export function createLock({ users }: Context): Handlers<'lock.status' | 'lock.lock' | 'lock.notice' | 'lock.unlock'> {
  const status = (): LockStatus => {
    const { id, name, initials } = users.current();
    return { locked: false, by: null, user: { id, name, initials }, others: [] };
  };
  return {
    'lock.status': status,
    'lock.lock': () => {
      throw new GuichetError('lock.nothing');
    },
    'lock.notice': status,
    'lock.unlock': status,
  };
}
