import type { DocumentFilter } from '#shared/contract/documents.ts';
import { ARCHIVE_STATES, DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';

/** The tabs over the list; `all` puts no condition. */
export const WORK_TABS = ['inbox', 'all', 'todo', 'done'] as const;
export type WorkTab = (typeof WORK_TABS)[number];

const GROUPS: ReadonlySet<string> = new Set(DOCUMENT_GROUPS);
const ARCHIVE: ReadonlySet<string> = new Set(ARCHIVE_STATES);
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/i.test(text);

/** The tab of an address; without one, the inbox. */
export const tabOf = (params: URLSearchParams): WorkTab => WORK_TABS.find((tab) => tab === params.get('work')) ?? 'inbox';

/** Reads the filter of an address. What makes no sense is left out, so that an old link never breaks the view. */
export function filterOf(params: URLSearchParams): DocumentFilter {
  const text = params.get('text')?.trim().slice(0, 200);
  const client = params.get('client');
  const group = params.get('group');
  const month = params.get('month');
  const archive = params.get('archive');
  const tab = tabOf(params);
  return {
    ...(text ? { text } : {}),
    ...(client && isId(client) ? { clientId: client } : {}),
    ...(group && GROUPS.has(group) ? { group: group as NonNullable<DocumentFilter['group']> } : {}),
    ...(month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}),
    ...(archive && ARCHIVE.has(archive) ? { archive: archive as NonNullable<DocumentFilter['archive']> } : {}),
    ...(tab === 'all' ? {} : { work: tab }),
    ...(params.get('urgent') === '1' ? { urgent: true } : {}),
  };
}

const NARROWING = ['text', 'client', 'group', 'month', 'archive', 'urgent'] as const;
export const isNarrowed = (params: URLSearchParams): boolean => NARROWING.some((name) => params.has(name));

/** The address without its filters, tab and open document kept. */
export function widened(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of NARROWING) next.delete(name);
  return next;
}

/** The address with one part set, or left out when empty. */
export function withParam(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
