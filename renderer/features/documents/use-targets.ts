import { useCallback } from 'react';
import type { DocumentFilter, DocumentRow, DocumentSelection } from '#shared/contract/documents.ts';
import { isSelected, type Selection, selectedCount } from '../../ui/selection.ts';
import type { Rows } from './use-rows.ts';

/** Documents that an action is about. */
export interface Targets {
  readonly selection: DocumentSelection;
  readonly count: number;
  /** Those of them that are loaded. */
  readonly rows: readonly DocumentRow[];
  /** Chosen on purpose, not just the active row. */
  readonly chosen: boolean;
}

/** The chosen documents; without any, the active one; `null` when there is none. */
export function useTargets(
  rows: Rows,
  filter: DocumentFilter,
  selection: Selection,
  current: DocumentRow | undefined,
): () => Targets | null {
  return useCallback(() => {
    const count = selectedCount(selection, rows.total);
    if (count === 0) return current ? { selection: { ids: [current.id] }, count: 1, rows: [current], chosen: false } : null;
    const known = rows
      .loaded()
      .filter(({ id }) => isSelected(selection, id))
      .flatMap(({ index }) => rows.rowAt(index) ?? []);
    const keys = [...selection.keys];
    return { selection: selection.all ? { filter, except: keys } : { ids: keys }, count, rows: known, chosen: true };
  }, [rows, filter, selection, current]);
}
