import type { Thread } from '#app/core/ports.ts';
import type { Depot } from './depot.ts';
import type { Sealed } from './intake.ts';
import { type DepotCall, errorOf, type FromStorage, type Secrets, type ToStorage } from './messages.ts';
import type { Placed } from './segment-writer.ts';

/** A depot in another thread. */
export interface ThreadDepot extends Depot {
  /** It has loaded its code and takes work at once. */
  ready(): boolean;
  /** It ended by itself; what it held is lost and will be fetched again. */
  dead(): boolean;
  /** Contents it has open or finished and not yet placed. */
  held(): number;
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createThreadDepot(thread: Thread, root: string, { archive, archiveNames }: Secrets): ThreadDepot {
  const waiting = new Map<number, Waiting>();
  const held = new Set<number>();
  let next = 0;
  let state: 'loading' | 'ready' | 'dead' = 'loading';

  const post = (message: ToStorage, transfer: readonly ArrayBuffer[] = []): void => thread.post(message, transfer);
  const call = (sent: DepotCall, transfer?: readonly ArrayBuffer[]): Promise<unknown> => {
    if (state === 'dead') return Promise.reject(new Error('the storage thread ended'));
    next += 1;
    const id = next;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ kind: 'call', id, call: sent }, transfer);
    });
  };

  thread.listen(
    (message) => {
      const heard = message as FromStorage;
      if (heard.kind === 'ready') {
        state = 'ready';
        return;
      }
      const caller = waiting.get(heard.id);
      waiting.delete(heard.id);
      if (heard.kind === 'done') caller?.resolve(heard.value);
      else caller?.reject(errorOf(heard.failure));
    },
    () => {
      state = 'dead';
      held.clear();
      for (const { reject } of waiting.values()) reject(new Error('the storage thread ended'));
      waiting.clear();
    },
  );
  // Named one by one: whoever gives the keys may hold more beside them, and not all of it can change threads.
  post({ kind: 'open', root, secrets: { archive, archiveNames } });

  const release = (ids: readonly number[]): void => {
    for (const id of ids) held.delete(id);
  };
  return {
    append: async (intake, bytes) => {
      held.add(intake.id);
      await call({ method: 'append', args: [intake, bytes] }, [bytes.buffer]);
    },
    finish: async (intake, bytes) => {
      held.add(intake.id);
      return (await call({ method: 'finish', args: [intake, bytes] }, [bytes.buffer])) as Sealed;
    },
    abandon: async (id) => {
      // Nothing of it was handed over.
      if (!held.has(id)) return;
      await call({ method: 'abandon', args: [id] }).finally(() => release([id]));
    },
    place: async (ids) => (await call({ method: 'place', args: [ids] }).finally(() => release(ids))) as readonly Placed[],
    close: async () => {
      await call({ method: 'close', args: [] });
    },
    ready: () => state === 'ready',
    dead: () => state === 'dead',
    held: () => held.size,
    end: async () => {
      // What is left open then is read by its records instead of its index.
      if (state === 'ready') await call({ method: 'close', args: [] }).catch(() => undefined);
      await thread.end();
    },
  };
}
