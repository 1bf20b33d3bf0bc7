import type { Topic, TopicEvent } from '#shared/contract/events.ts';

export interface Events {
  /** Announces that something of this topic changed; call after the commit. */
  publish(topic: Topic, clientId?: string): void;
  subscribe(listener: (event: TopicEvent) => void): () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(event: TopicEvent) => void>();
  let sequence = 0;
  return {
    publish: (topic, clientId) => {
      sequence += 1;
      const event: TopicEvent = clientId === undefined ? { topic, sequence } : { topic, clientId, sequence };
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
