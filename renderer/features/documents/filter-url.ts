import type { DocumentFilter, DocumentSectioning, DocumentSort } from '#shared/contract/documents.ts';
import { ARCHIVE_STATES, DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import { parseSort } from '../../ui/sort.ts';

/** The tabs over the list; `all` puts no condition. */
export const WORK_TABS = ['inbox', 'all', 'todo', 'done'] as const;
export type WorkTab = (typeof WORK_TABS)[number];

/** Terms that can be asked for, with the days they stand for in a filter. */
export const DUE_WITHIN = { overdue: -1, '2': 2, '7': 7, '30': 30 } as const;
export type DueTerm = keyof typeof DUE_WITHIN;
export const DUE_TERMS = ['overdue', '2', '7', '30'] as const satisfies readonly DueTerm[];

export const ME = 'me';
export const NOBODY = 'none';

const SORTS = ['modifiedOn', 'label', 'client', 'group', 'size', 'urgent', 'dueOn', 'amount', 'assignee'] as const;

/** Reads one part of an address into the filter; `undefined` for what makes no sense. */
type Reader = (value: string, me: string | undefined) => DocumentFilter | undefined;

const oneOf = (known: readonly string[], value: string): boolean => known.includes(value);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/i.test(text);

/** The parts of an address that narrow the list, in the order of their chips. */
const READERS = {
  text: (value) => (value.trim() ? { text: value.trim().slice(0, 500) } : undefined),
  client: (value) => (isId(value) ? { clientId: value } : undefined),
  group: (value) => (oneOf(DOCUMENT_GROUPS, value) ? { group: value as NonNullable<DocumentFilter['group']> } : undefined),
  due: (value) => (oneOf(DUE_TERMS, value) ? { dueWithin: DUE_WITHIN[value as DueTerm] } : undefined),
  assignee: (value, me) => {
    const id = value === ME ? me : value;
    return id && (id === NOBODY || isId(id)) ? { assigneeId: id } : undefined;
  },
  month: (value) => (/^\d{4}-\d{2}$/.test(value) ? { month: value } : undefined),
  archive: (value) =>
    value === 'missing' || oneOf(ARCHIVE_STATES, value) ? { archive: value as NonNullable<DocumentFilter['archive']> } : undefined,
  tag: (value) => (value.trim() ? { tag: value.trim().slice(0, 40) } : undefined),
  unread: (value) => (value === '1' ? { seen: false } : undefined),
  urgent: (value) => (value === '1' ? { urgent: true } : undefined),
} as const satisfies Readonly<Record<string, Reader>>;
export type FilterName = keyof typeof READERS;
export const FILTER_NAMES = Object.keys(READERS) as FilterName[];

/** The tab of an address; without one, the inbox. */
export const tabOf = (params: URLSearchParams): WorkTab => WORK_TABS.find((tab) => tab === params.get('work')) ?? 'inbox';

/**
 * Reads the filter of an address. What makes no sense is left out, so that an old link never breaks the view.
 * @param me the user at work, `undefined` while not known
 */
export function filterOf(params: URLSearchParams, me?: string): DocumentFilter {
  const tab = tabOf(params);
  const parts = FILTER_NAMES.map((name) => {
    const value = params.get(name);
    return value === null ? undefined : READERS[name](value, me);
  });
  return Object.assign({}, ...parts, tab === 'all' ? {} : { work: tab }) as DocumentFilter;
}

export const sectionByOf = (params: URLSearchParams): DocumentSectioning | null => {
  const by = params.get('by');
  return by === 'client' || by === 'group' ? by : null;
};

/** The order an address asks for, else the one the list was left in. */
export function sortOf(params: URLSearchParams, left: string): { readonly sort: DocumentSort; readonly text: string } {
  const text = [params.get('sort'), left].find((one) => one !== null && oneOf(SORTS, one.replace(/^-/, ''))) ?? '-modifiedOn';
  return { sort: parseSort(text) as DocumentSort, text };
}

/** Names of the filters set, those that make no sense too, so that they can be taken away. */
export const activeFilters = (params: URLSearchParams): FilterName[] => FILTER_NAMES.filter((name) => params.has(name));
export const isNarrowed = (params: URLSearchParams): boolean => activeFilters(params).length > 0;

/** The address without its filters; tab, order and open document kept. */
export function widened(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of FILTER_NAMES) next.delete(name);
  return next;
}

/** The address with one part set, or left out when empty. */
export function withParam(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
