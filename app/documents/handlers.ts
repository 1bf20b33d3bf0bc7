import type { CoreMethod, Handlers } from '#shared/contract/index.ts';
import type { Documents } from './documents.ts';

export function documentsHandlers(
  documents: Documents,
  fetch: (documentId: string) => void,
): Handlers<Extract<CoreMethod, `documents.${string}`>> {
  return {
    'documents.list': (input) => documents.list(input),
    'documents.facets': () => documents.facets(),
    'documents.get': ({ id }) => documents.get(id),
    'documents.content': ({ id }) => documents.content(id),
    'documents.mark': (input) => {
      documents.mark(input);
      return {};
    },
    'documents.fetch': ({ id }) => {
      fetch(id);
      return {};
    },
  };
}
