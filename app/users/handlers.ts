import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { GuichetError } from '#shared/domain/errors.ts';
import { createPinGate } from './pin-gate.ts';
import { recoveryJudge } from './recovery-judge.ts';
import { roleRefusal } from './role-guard.ts';
import type { UserStore } from './users.ts';

type Method = 'users.list' | 'users.save' | 'users.switch' | 'users.setPin' | 'users.forgotPin';

export function usersHandlers(context: Context, users: UserStore): Handlers<Method> {
  const { db, ports, audit, events } = context;
  const isOurCode = recoveryJudge(context);
  const gate = createPinGate(db, ports, audit, users);
  const changed = () => {
    events.publish('users');
    events.publish('activity');
    return users.list();
  };
  return {
    'users.list': () => users.list(),
    'users.save': (input) => {
      users.save(input);
      return changed();
    },
    'users.switch': async ({ id, pin }) => {
      users.active(id);
      if (id !== users.current().id) await gate.pass(id, pin).finally(() => events.publish('activity'));
      users.switchTo(id);
      return changed();
    },
    'users.setPin': async ({ id, pin, former }) => {
      const user = users.active(id);
      const by = users.current();
      if (by.id !== user.id && by.role !== 'partner') throw roleRefusal('partner', users);
      if (by.id === user.id) await gate.pass(id, former);
      const hash = await gate.prepare(pin);
      // Hashing took its time: whoever became another user meanwhile does not act for the first.
      if (users.current().id !== by.id) throw new GuichetError('users.unknown');
      db.write((tx) => gate.put(tx, id, hash));
      return changed();
    },
    'users.forgotPin': async ({ id, code }) => {
      users.active(id);
      const judge = await isOurCode(code);
      if (!gate.has(id)) {
        // Answered behind the lock too, where only who has the code learns who works here.
        if (!(await judge())) throw new GuichetError('recovery.refused');
        return users.list();
      }
      await gate.passOtherwise(id, judge).finally(() => events.publish('activity'));
      db.write((tx) => gate.put(tx, id, null, 'user.pinRecovered'));
      return changed();
    },
  };
}
