import type { Handlers } from '#shared/contract/index.ts';
import type { LockStatus } from '#shared/contract/lock.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { idOf } from './random.ts';

type Methods = 'lock.status' | 'lock.lock' | 'lock.unlock';

/** The lock: `?locked` starts behind it; any PIN of four digits but 0000 opens it. `?by=passphrase` asks for that instead. */
export function lockDouble(params: URLSearchParams, emit: (topic: 'lock') => void): Handlers<Methods> {
  let status: LockStatus = {
    locked: params.has('locked'),
    by: params.get('by') === 'passphrase' ? 'passphrase' : 'pin',
    user: { id: idOf(9, 1), name: 'Anne Peeters', initials: 'AP' },
    others: [{ id: idOf(9, 2), name: 'Luc Dubois', initials: 'LD' }],
  };
  const become = (locked: boolean): LockStatus => {
    status = { ...status, locked };
    emit('lock');
    return status;
  };
  return {
    'lock.status': () => status,
    'lock.lock': () => become(true),
    'lock.unlock': ({ secret }) => {
      if (secret === '0000') throw new GuichetError('users.pinWrong', { params: { left: 2, seconds: 0 } });
      return become(false);
    },
  };
}
