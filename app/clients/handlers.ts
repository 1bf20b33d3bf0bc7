import type { Context } from '#app/core/context.ts';
import type { Undo } from '#app/desk/undo.ts';
import type { Topic } from '#shared/contract/events.ts';
import type { Handlers } from '#shared/contract/index.ts';
import { type ArchivedBefore, archiveClients, restoreArchived } from './archive.ts';
import type { Clients } from './clients.ts';
import { type MergedBefore, mergeClients, restoreMerged } from './merge.ts';

type ClientsMethod = 'clients.list' | 'clients.save' | 'clients.archive' | 'clients.merge';

/** An archived client leaves the VAT board; a merged one takes its documents along. */
const TOPICS: readonly Topic[] = ['clients', 'documents', 'vat', 'status', 'activity'];

export function clientsHandlers(context: Context, clients: Clients, undo: Undo): Handlers<ClientsMethod> {
  const { db, audit, users, events } = context;
  const announce = (): void => {
    for (const topic of TOPICS) events.publish(topic);
  };
  undo.register('client', (tx, text) => {
    const before = JSON.parse(text) as ArchivedBefore | MergedBefore;
    return { ...(before.act === 'archive' ? restoreArchived(tx, before) : restoreMerged(tx, before)), topics: TOPICS };
  });
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
    'clients.archive': (input) => {
      const result = archiveClients(context, undo, input);
      announce();
      return result;
    },
    'clients.merge': (input) => {
      const result = mergeClients(context, undo, input);
      announce();
      return result;
    },
  };
}
