import type { Handlers, Topic } from '#shared/contract/index.ts';
import type { User } from '#shared/contract/users.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { idOf } from './random.ts';

type Method = 'users.list' | 'users.save' | 'users.switch' | 'users.setPin' | 'users.forgotPin';

/** The PIN of the made-up partner, and the code that takes it away. */
const PIN = '2468';
const CODE = 'RECOVERY';

export interface UsersDouble {
  readonly handlers: Handlers<Method>;
  current(): User;
}

export function makeUsers(emit: (...topics: Topic[]) => void): UsersDouble {
  let users: User[] = [
    { id: idOf(4, 1), name: 'Marie Exemple', initials: 'ME', role: 'accountant', active: true, hasPin: false },
    { id: idOf(4, 2), name: 'Jan Voorbeeld', initials: 'JV', role: 'partner', active: true, hasPin: true },
    { id: idOf(4, 3), name: 'Lena Muster', initials: 'LM', role: 'assistant', active: true, hasPin: false },
  ];
  let currentId = idOf(4, 1);
  const pins = new Map([[idOf(4, 2), PIN]]);
  let failures = 0;
  const list = () => ({ users, currentId });
  const changed = () => {
    emit('users');
    return list();
  };
  const pass = (id: string, pin: string | undefined): void => {
    const expected = pins.get(id);
    if (expected === undefined) return;
    if (pin === undefined) throw new GuichetError('users.pinNeeded');
    if (pin === expected) {
      failures = 0;
      return;
    }
    failures += 1;
    throw new GuichetError('users.pinWrong', { params: { left: Math.max(0, 3 - failures), seconds: failures < 3 ? 0 : 5 } });
  };
  const current = (): User => users.find(({ id }) => id === currentId)!;
  return {
    current,
    handlers: {
      'users.list': list,
      'users.save': ({ id, name, initials, role, active }) => {
        const before = users.find((one) => one.id === id);
        const user: User = {
          ...{ name, initials, role },
          id: id ?? idOf(4, users.length + 1),
          active: active ?? true,
          hasPin: before?.hasPin ?? false,
        };
        users = before ? users.map((one) => (one.id === user.id ? user : one)) : [...users, user];
        return changed();
      },
      'users.switch': ({ id, pin }) => {
        if (id !== currentId) pass(id, pin);
        currentId = id;
        return changed();
      },
      'users.forgotPin': ({ id, code }) => {
        if (code.trim().length < CODE.length) throw new GuichetError('recovery.mistyped', { params: { group: 0 } });
        if (code.trim().toUpperCase() !== CODE) throw new GuichetError('recovery.refused');
        pins.delete(id);
        users = users.map((one) => (one.id === id ? { ...one, hasPin: false } : one));
        return changed();
      },
      'users.setPin': ({ id, pin, former }) => {
        if (id === currentId) pass(id, former);
        if (pin === null) pins.delete(id);
        else pins.set(id, pin);
        users = users.map((one) => (one.id === id ? { ...one, hasPin: pin !== null } : one));
        return changed();
      },
    },
  };
}
