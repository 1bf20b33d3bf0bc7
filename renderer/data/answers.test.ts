import { describe, expect, it } from 'vitest';
import type { ReturnView } from '#shared/contract/vat.ts';
import { keepAnswer, keyOf } from './answers.ts';
import { createQueryClient } from './query-client.ts';

const view = (state: ReturnView['state']): ReturnView => ({ id: 'r1', state }) as ReturnView;
const shown = keyOf('vat.get', { id: 'r1' });

describe('the answer of an action', () => {
  it('is shown by the query that would answer the same', async () => {
    const queries = createQueryClient();
    queries.setQueryData(shown, view('draft'));
    queries.setQueryData(keyOf('vat.xml', { id: 'r1' }), { xml: '<old/>', sha256: '', frozen: false });
    await keepAnswer(queries, 'vat.check', view('ready'));
    expect(queries.getQueryData(shown)).toEqual(view('ready'));
    expect(queries.getQueryData(keyOf('vat.xml', { id: 'r1' }))).toBeUndefined();
  });

  it('outlives a read that began before it', async () => {
    const queries = createQueryClient();
    queries.setQueryData(shown, view('approved'));
    let answer: (value: ReturnView) => void = () => {};
    const read = queries.fetchQuery({
      queryKey: shown,
      staleTime: 0,
      queryFn: () => new Promise<ReturnView>((resolve) => (answer = resolve)),
    });
    const ended = read.catch(() => 'cancelled');
    await keepAnswer(queries, 'vat.file', view('accepted'));
    answer(view('sending'));
    await ended;
    expect(queries.getQueryData(shown)).toEqual(view('accepted'));
  });

  it('leaves other queries alone', async () => {
    const queries = createQueryClient();
    await keepAnswer(queries, 'desk.change', { changed: 1, undoId: null });
    expect(queries.getQueryCache().getAll()).toEqual([]);
  });
});
