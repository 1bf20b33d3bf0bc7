import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { useDesk } from './use-desk.ts';

/** How long a document is looked at before it counts as read; passing over it does not. */
const LOOK_MS = 1_000;

/**
 * Marks the document on show as read.
 * @param visible whether the preview is on the screen
 * @returns tells that somebody marked the document unread by hand: it stays so until another is shown
 */
export function useSeen(row: DocumentRow | undefined, visible: boolean): (id: string) => void {
  const change = useDesk();
  const left = useRef<string | null>(null);
  const id = row?.id ?? null;
  const unread = row !== undefined && !row.seen;
  const [lookedAt] = useDebouncedValue(visible ? id : null, LOOK_MS);
  useEffect(() => {
    if (left.current !== id) left.current = null;
    if (id && unread && visible && lookedAt === id && left.current !== id) change({ ids: [id] }, { seen: true }, { quiet: true });
  }, [id, unread, visible, lookedAt, change]);
  return (kept) => {
    left.current = kept;
  };
}
