import type { DocumentFilter, DocumentSectioning } from '#shared/contract/documents.ts';
import type { Output } from '#shared/contract/index.ts';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { documentsView } from '#shared/i18n/documentsView.ts';
import type { DocumentLists } from './document-list.ts';
import type { DocumentTable } from './table/document-table.ts';

const NEWEST = { by: 'modifiedOn', descending: true } as const;

/** The sections of a list, read off the very order its rows come in. */
export function sectionsOf(
  lists: DocumentLists,
  table: DocumentTable,
  filter: DocumentFilter,
  by: DocumentSectioning,
): Output<'documents.sections'> {
  const order = lists.order({ filter, sort: NEWEST, sectionBy: by });
  const { arrays, clients } = table.columns;
  const names = lists.names();
  const codes = by === 'group' ? arrays.group : arrays.client;
  const keyOf = (code: number): string | null => (by === 'group' ? DOCUMENT_GROUPS[code]! : (clients.values[code] ?? null));
  const labelOf = (key: string | null): string => {
    if (key === null) return '';
    return by === 'group'
      ? documentsView[`documentsView.group.${key as (typeof DOCUMENT_GROUPS)[number]}`][names.locale]
      : names.client(key);
  };
  const sections: { key: string | null; label: string; count: number }[] = [];
  let last = -1;
  for (const seq of order) {
    const code = codes[seq]!;
    if (code !== last) {
      const key = keyOf(code);
      sections.push({ key, label: labelOf(key), count: 0 });
      last = code;
    }
    sections.at(-1)!.count += 1;
  }
  return { sections };
}
