/** Lists that every firm needs, as the search part of their address. */
export const BUILT_IN_VIEWS = [
  { id: 'urgent', query: 'urgent=1&sort=dueOn' },
  { id: 'week', query: 'due=7&sort=dueOn' },
  { id: 'mine', query: 'assignee=me' },
  { id: 'unassigned', query: 'assignee=none' },
  { id: 'missing', query: 'work=all&archive=missing' },
] as const;

/** Parts of an address that are not of the list: the document open. */
const PASSING = ['doc'];

/** The search part of an address as a view keeps it: without what passes, in one order. */
export function viewOf(params: URLSearchParams): string {
  const kept = [...params].filter(([name, value]) => !PASSING.includes(name) && value !== '');
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
}

/**
 * Whether an address shows this view. A view that says nothing of the order is shown in any.
 * @param order the order the list has, said by the address or left from before
 */
export function isView(query: string, params: URLSearchParams, order: string): boolean {
  const wanted = new URLSearchParams(query);
  const now = new URLSearchParams(params);
  if (wanted.has('sort')) now.set('sort', order);
  else now.delete('sort');
  return viewOf(wanted) === viewOf(now);
}
