import type { DocumentSectioning } from '#shared/contract/documents.ts';

/** Columns of the list in their first order. The label always stands first. */
export const COLUMN_IDS = ['label', 'client', 'group', 'dueOn', 'amount', 'assignee', 'tags', 'modifiedOn', 'archive', 'size'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** From which width of the list in px on a column stands there by itself. */
const FROM_WIDTH: Readonly<Record<ColumnId, number>> = {
  label: 0,
  client: 0,
  dueOn: 0,
  amount: 520,
  assignee: 620,
  modifiedOn: 720,
  group: 900,
  tags: 1000,
  archive: 1120,
  size: 1500,
};

const isColumn = (id: string): id is ColumnId => COLUMN_IDS.some((known) => known === id);

/**
 * The columns to show.
 * @param chosen what somebody chose, `undefined` for what the width allows
 * @param sectionBy what the list is divided by: its heads say it already
 */
export function columnsFor(chosen: readonly string[] | undefined, width: number, sectionBy: DocumentSectioning | null): ColumnId[] {
  if (chosen) return ['label', ...chosen.filter(isColumn).filter((id, at, all) => id !== 'label' && all.indexOf(id) === at)];
  return COLUMN_IDS.filter((id) => width >= FROM_WIDTH[id] && id !== sectionBy);
}

/** All columns in the order of a menu: those shown, then the others. */
export const menuOrder = (shown: readonly ColumnId[]): ColumnId[] => [...shown, ...COLUMN_IDS.filter((id) => !shown.includes(id))];

export const toggled = (shown: readonly ColumnId[], id: ColumnId): ColumnId[] =>
  shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];

/** One place to the left (`-1`) or right (`1`); the label keeps the first place. */
export function moved(shown: readonly ColumnId[], id: ColumnId, by: -1 | 1): ColumnId[] {
  const at = shown.indexOf(id);
  const to = at + by;
  if (at < 1 || to < 1 || to >= shown.length) return [...shown];
  const next = shown.filter((one) => one !== id);
  next.splice(to, 0, id);
  return next;
}
