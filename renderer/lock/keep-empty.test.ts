import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { keyOf } from '../data/answers.ts';
import { createQueryClient } from '../data/query-client.ts';
import { keepEmpty } from './keep-empty.ts';

const names = (queries: ReturnType<typeof createQueryClient>): unknown[] =>
  queries
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey[0]);

it('forgets what nothing shows any more, and what is answered too late', async () => {
  const queries = createQueryClient();
  queries.setQueryData(keyOf('lock.status', {}), { locked: true } as never);
  queries.setQueryData(keyOf('clients.list', {}), { clients: [] });
  const stopShowing = new QueryObserver(queries, { queryKey: keyOf('lock.status', {}) }).subscribe(() => {});
  let answer: (value: object) => void = () => {};
  const reading = queries.fetchQuery({
    queryKey: keyOf('vat.board', {} as never),
    queryFn: () => new Promise<object>((resolve) => (answer = resolve)),
  });
  const ended = reading.catch(() => 'cancelled');
  const stop = keepEmpty(queries);
  answer({});
  await ended;
  queries.setQueryData(keyOf('vat.get', { id: 'r1' }), { id: 'r1' } as never);
  expect(names(queries)).toEqual(['lock.status']);
  stop();
  queries.setQueryData(keyOf('clients.list', {}), { clients: [] });
  expect(names(queries)).toEqual(['lock.status', 'clients.list']);
  stopShowing();
});
