import type { QueryClient } from '@tanstack/react-query';
import type { DeskChange } from '#shared/contract/desk.ts';
import type { DocumentRow, DocumentSelection } from '#shared/contract/documents.ts';
import type { Input, Output } from '#shared/contract/index.ts';

/** The row as it will be once the core has answered. */
export function changedRow<R extends DocumentRow>(row: R, change: DeskChange): R {
  const removed = new Set(change.removeTags);
  const tags = [...new Set([...row.tags, ...(change.addTags ?? [])])].filter((tag) => !removed.has(tag)).sort();
  return {
    ...row,
    tags,
    ...(change.work === undefined ? {} : { work: change.work }),
    ...(change.assigneeId === undefined ? {} : { assigneeId: change.assigneeId }),
    ...(change.seen === undefined ? {} : { seen: change.seen }),
    ...(change.note === undefined ? {} : { noted: change.note.trim() !== '' }),
  };
}

/** Whether a selection takes a row of the list with this filter. */
export function selects(selection: DocumentSelection, filter: unknown, id: string): boolean {
  if ('ids' in selection) return selection.ids.includes(id);
  return JSON.stringify(selection.filter) === JSON.stringify(filter) && !selection.except.includes(id);
}

/** Shows a change on the rows of the screen before the core has answered; what leaves the list leaves with the answer. */
export function patchRows(queries: QueryClient, selection: DocumentSelection, change: DeskChange): void {
  for (const [queryKey, data] of queries.getQueriesData<Output<'documents.list'>>({ queryKey: ['documents.list'] })) {
    const { filter } = queryKey[1] as Input<'documents.list'>;
    if (!data?.rows.some((row) => selects(selection, filter, row.id))) continue;
    const rows = data.rows.map((row) => (selects(selection, filter, row.id) ? changedRow(row, change) : row));
    queries.setQueryData(queryKey, { ...data, rows });
  }
  if (!('ids' in selection)) return;
  for (const id of selection.ids.slice(0, 1)) {
    const queryKey = ['documents.get', { id }];
    const shown = queries.getQueryData<Output<'documents.get'>>(queryKey);
    if (shown)
      queries.setQueryData(queryKey, { ...changedRow(shown, change), ...(change.note === undefined ? {} : { note: change.note }) });
  }
}
