import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { Topic, TopicEvent } from '#shared/contract/index.ts';
import { listen } from './events.ts';

function stage() {
  const queries = new QueryClient();
  const rounds: string[][] = [];
  let finish: (() => void) | null = null;
  let tick: (() => void) | null = null;
  let send: (event: TopicEvent) => void = () => undefined;
  const keys = ['documents.list', 'vat.board', 'sync.status', 'users.list'];
  for (const key of keys) queries.setQueryData([key, {}], 1);
  const invalidateQueries: QueryClient['invalidateQueries'] = (filters) => {
    const all = queries.getQueryCache().findAll(filters);
    rounds.push(all.map((query) => String(query.queryKey[0])).sort());
    return new Promise((resolve) => {
      finish = resolve;
    });
  };
  listen(
    {
      on: (listener) => {
        send = listener;
        return () => undefined;
      },
    },
    { invalidateQueries },
    (_ms, callback) => {
      tick = callback;
    },
  );
  return {
    rounds,
    keys,
    event: (topic: Topic, sequence: number) => send({ topic, sequence }),
    tick: () => {
      const now = tick;
      tick = null;
      now?.();
    },
    finish: async () => {
      finish?.();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('events', () => {
  it('gather into one round, and into the next while one runs', async () => {
    const s = stage();
    s.event('sync', 1);
    s.event('documents', 2);
    s.event('sync', 3);
    s.tick();
    expect(s.rounds).toEqual([['documents.list', 'sync.status']]);
    s.event('vat', 4);
    s.tick();
    expect(s.rounds).toHaveLength(1);
    await s.finish();
    s.tick();
    expect(s.rounds[1]).toEqual(['vat.board']);
  });

  it('fetch everything anew after a gap', () => {
    const s = stage();
    s.event('sync', 1);
    s.event('sync', 3);
    s.tick();
    expect(s.rounds).toEqual([[...s.keys].sort()]);
  });
});
