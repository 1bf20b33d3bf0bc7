import type { Context } from '#app/core/context.ts';
import type { Handlers } from '#shared/contract/index.ts';
import type { Clients } from './clients.ts';

export function clientsHandlers({ db, audit, users, events }: Context, clients: Clients): Handlers<'clients.list' | 'clients.save'> {
  return {
    'clients.list': () => ({ clients: clients.list() }),
    'clients.save': (input) => {
      const client = db.write((tx) => {
        const saved = clients.save(tx, input);
        audit.append(tx, { kind: 'client.saved', userId: users.current().id, clientId: saved.id, subjectId: saved.id, shown: true });
        return saved;
      });
      events.publish('clients', client.id);
      return client;
    },
  };
}
