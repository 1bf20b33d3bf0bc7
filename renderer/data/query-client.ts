import { QueryClient } from '@tanstack/react-query';

/** How long the bytes of a document that is no longer shown are kept, for going back to it. */
const CONTENT_MS = 10_000;

/** How long an action that nobody looks at any more is kept: what it was given may be a PIN, a passphrase or a recovery code. */
const ACTION_MS = 1_000;

/** Answers stay fresh until an event says otherwise; the core is always reachable, online or not. */
export function createQueryClient(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 300_000, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always', gcTime: ACTION_MS },
    },
  });
  // Walking through a list must not pile up every document it passed.
  queries.setQueryDefaults(['documents.content'], { gcTime: CONTENT_MS });
  return queries;
}
