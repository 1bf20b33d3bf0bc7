import type { QueryClient } from '@tanstack/react-query';

/** Forgets every answer that nothing on the screen shows, also those still to come. @returns the way to stop */
export function keepEmpty(queries: QueryClient): () => void {
  const cache = queries.getQueryCache();
  queries.removeQueries({ type: 'inactive' });
  queries.getMutationCache().clear();
  return cache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && event.query.getObserversCount() === 0) cache.remove(event.query);
  });
}
