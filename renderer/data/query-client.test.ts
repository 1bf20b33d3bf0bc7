import { MutationObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { createQueryClient } from './query-client.ts';

afterEach(() => void vi.useRealTimers());

it('forgets what an action was given as soon as nobody looks at it', async () => {
  vi.useFakeTimers();
  const queries = createQueryClient();
  const action = new MutationObserver(queries, { mutationFn: async (_secret: string) => true });
  const stop = action.subscribe(() => {});
  await action.mutate('a sentence that is long');
  expect(queries.getMutationCache().getAll()).toHaveLength(1);
  stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(queries.getMutationCache().getAll()).toEqual([]);
});
