import type { Handlers } from '#shared/contract/index.ts';
import type { LockStatus } from '#shared/contract/lock.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { idOf } from './random.ts';

type Methods = 'lock.status' | 'lock.lock' | 'lock.unlock';

/** The lock: `?locked` starts behind it; any PIN of four digits but 0000 opens it. `?by=passphrase` asks for that instead, `?by=none`: there is neither. */
export function lockDouble(params: URLSearchParams, emit: (topic: 'lock') => void): Handlers<Methods> {
  const by = params.get('by');
  let failures = 0;
  let status: LockStatus = {
    locked: params.has('locked'),
    by: by === 'passphrase' ? by : by === 'none' ? null : 'pin',
    user: { id: idOf(9, 1), name: 'Marie Exemple', initials: 'ME' },
    others: [{ id: idOf(9, 2), name: 'Jan Voorbeeld', initials: 'JV' }],
  };
  const become = (locked: boolean): LockStatus => {
    status = { ...status, locked };
    emit('lock');
    return status;
  };
  return {
    'lock.status': () => status,
    'lock.lock': () => {
      if (status.by === null) throw new GuichetError('lock.nothing');
      return become(true);
    },
    'lock.unlock': ({ secret, userId }) => {
      if (secret === '0000') {
        failures += 1;
        const params = { left: Math.max(0, 3 - failures), seconds: failures < 3 ? 0 : failures < 5 ? 15 : 300 };
        throw new GuichetError(status.by === 'pin' || userId ? 'users.pinWrong' : 'vault.refused', { params });
      }
      failures = 0;
      return become(false);
    },
  };
}
