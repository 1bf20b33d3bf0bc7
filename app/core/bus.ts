import type { Log } from './ports.ts';

/** What topics tell each other inside the core, after the transaction that made it true. */
export interface BusEvents {
  /** A document's bytes are in the archive, verified. */
  readonly 'document.stored': {
    readonly documentId: string;
    readonly uuid: string;
    readonly clientId: string | null;
    readonly mimeType: string;
  };
  /** A document was read, or found unreadable: its facts are in the table and its text where texts go. */
  readonly 'document.read': { readonly documentId: string; readonly seq: number };
  /** New rows after a search. */
  readonly 'documents.discovered': { readonly documentIds: readonly string[] };
  /** The machine woke up, the network came back or the program started: SPF may be reached again. */
  readonly woken: { readonly cause: string };
  /** The clock of the sandbox was moved, or the server's clock was learned. */
  readonly 'clock.moved': { readonly byMs: number };
}

export interface Bus {
  emit<K extends keyof BusEvents>(name: K, event: BusEvents[K]): void;
  /** @returns the way to stop listening */
  on<K extends keyof BusEvents>(name: K, listener: (event: BusEvents[K]) => void): () => void;
}

export function createBus(log: Log): Bus {
  const listeners = new Map<string, Set<(event: never) => void>>();
  return {
    emit: (name, event) => {
      for (const listener of listeners.get(name) ?? []) {
        try {
          (listener as (event: unknown) => void)(event);
        } catch (error) {
          // A listener's failure must not undo what the sender has already committed.
          log.write('error', 'bus.listenerFailed', { topic: name, error: error instanceof Error ? error.name : 'unknown' });
        }
      }
    },
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
