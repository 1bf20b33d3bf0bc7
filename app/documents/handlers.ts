import type { Handlers } from '#shared/contract/index.ts';
import type { Documents } from './documents.ts';

export function documentsHandlers(
  documents: Documents,
  fetch: (documentId: string) => void,
): Handlers<'documents.list' | 'documents.facets' | 'documents.get' | 'documents.content' | 'documents.fetch'> {
  return {
    'documents.list': (input) => documents.list(input),
    'documents.facets': () => documents.facets(),
    'documents.get': ({ id }) => documents.get(id),
    'documents.content': ({ id }) => documents.content(id),
    'documents.fetch': ({ id }) => {
      fetch(id);
      return {};
    },
  };
}
