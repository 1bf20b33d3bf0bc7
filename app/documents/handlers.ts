import type { Handlers } from '#shared/contract/index.ts';
import type { Documents } from './documents.ts';
import type { DocumentFinder } from './finder.ts';

type DocumentMethod =
  | 'documents.list'
  | 'documents.sections'
  | 'documents.facets'
  | 'documents.get'
  | 'documents.content'
  | 'documents.printed'
  | 'documents.fetch';

export function documentsHandlers(
  documents: Documents,
  finder: DocumentFinder,
  fetch: (documentId: string) => void,
): Handlers<DocumentMethod> {
  return {
    'documents.list': finder.list,
    'documents.sections': finder.sections,
    'documents.facets': finder.facets,
    'documents.get': ({ id }) => documents.get(id),
    'documents.content': ({ id, version, as }) => documents.content(id, version, as ?? 'read'),
    'documents.printed': ({ id, pages }) => {
      documents.printed(id, pages);
      return {};
    },
    'documents.fetch': ({ id }) => {
      fetch(id);
      return {};
    },
  };
}
