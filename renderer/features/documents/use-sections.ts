import { useMemo } from 'react';
import type { DocumentGroup, DocumentSectioning } from '#shared/contract/documents.ts';
import { useT } from '../../i18n/context.tsx';
import type { LedgerSection } from '../../ui/ledger-layout.ts';
import type { Section } from './use-rows.ts';

/** A section by name: its client's id or its group; documents without a client have one of their own. */
export const sectionKey = ({ key }: Section): string => key ?? 'none';

/** The sections of a divided list as they are shown. */
export function useSections(
  sections: readonly Section[] | null,
  by: DocumentSectioning | null,
  folded: ReadonlySet<string>,
): readonly LedgerSection[] | undefined {
  const t = useT();
  return useMemo(
    () =>
      sections?.map((section) => ({
        key: sectionKey(section),
        label:
          section.key === null
            ? t('documentsList.noClient')
            : by === 'group'
              ? t(`documentsView.group.${section.key as DocumentGroup}`)
              : section.label,
        count: section.count,
        folded: folded.has(sectionKey(section)),
      })),
    [sections, by, folded, t],
  );
}
