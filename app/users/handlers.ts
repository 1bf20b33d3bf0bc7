import type { Events } from '#app/core/events.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { UserStore } from './users.ts';

export function usersHandlers(users: UserStore, events: Events): Handlers<'users.list' | 'users.save' | 'users.switch'> {
  const changed = () => {
    events.publish('users');
    return users.list();
  };
  return {
    'users.list': () => users.list(),
    'users.save': (input) => {
      users.save(input);
      return changed();
    },
    'users.switch': ({ id }) => {
      users.switchTo(id);
      return changed();
    },
  };
}
