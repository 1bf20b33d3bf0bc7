import type { Files } from '#app/core/ports.ts';
import { createDepot, type Depot } from './depot.ts';
import { blobKeys } from './format.ts';
import { type FromStorage, failureOf, perform, type ToStorage } from './messages.ts';

/** The storage thread's side: a depot as the core has one, behind messages. Answers what is to be done with each message. */
export function serveDepot(files: Files, say: (message: FromStorage) => void): (message: ToStorage) => Promise<void> {
  let depot: Depot | null = null;
  return async (message) => {
    if (message.kind === 'open') {
      depot = createDepot(message.root, blobKeys(message.secrets), files);
      say({ kind: 'ready' });
      return;
    }
    const { id, call } = message;
    try {
      if (!depot) throw new Error('the depot is not open');
      say({ kind: 'done', id, value: await perform(depot, call) });
    } catch (error) {
      say({ kind: 'failed', id, failure: failureOf(error) });
    }
  };
}
