import { query, type Reader } from '#app/platform/db/index.ts';
import type { DocumentFilter, DocumentSort } from '#shared/contract/documents.ts';
import type { Locale } from '#shared/domain/locale.ts';
import { DOCUMENT_COLUMNS, DOCUMENT_TABLES, type StoredDocument } from './document-row.ts';

type Params = Record<string, string | number>;

interface Condition {
  readonly sql: string;
  readonly params: Params;
}

const monthAfter = (month: string): string => {
  const [year, ordinal] = month.split('-').map(Number) as [number, number];
  return ordinal === 12 ? `${year + 1}-01` : `${year}-${String(ordinal + 1).padStart(2, '0')}`;
};

/** One condition per filter that is set. The SQL is fixed text; values travel as parameters. */
function conditions(filter: DocumentFilter, matches: readonly number[] | null): Condition[] {
  const all: (Condition | null)[] = [
    filter.clientId ? { sql: 'd.client_id = @clientId', params: { clientId: filter.clientId } } : null,
    filter.group ? { sql: 'd.grp = @grp', params: { grp: filter.group } } : null,
    filter.month
      ? {
          sql: 'd.modified_on >= @monthFrom AND d.modified_on < @monthTo',
          params: { monthFrom: filter.month, monthTo: monthAfter(filter.month) },
        }
      : null,
    filter.archive === 'missing' ? { sql: "d.archive <> 'stored'", params: {} } : null,
    filter.archive && filter.archive !== 'missing' ? { sql: 'd.archive = @archive', params: { archive: filter.archive } } : null,
    filter.work === 'inbox' ? { sql: "d.work IN ('new', 'todo')", params: {} } : null,
    filter.work && filter.work !== 'inbox' ? { sql: 'd.work = @work', params: { work: filter.work } } : null,
    filter.urgent === undefined ? null : { sql: 'd.urgent = @urgent', params: { urgent: filter.urgent ? 1 : 0 } },
    matches ? { sql: 'd.seq IN (SELECT value FROM json_each(@matches))', params: { matches: JSON.stringify(matches) } } : null,
  ];
  return all.filter((each) => each !== null);
}

const SORTS: Readonly<Record<DocumentSort['by'], (locale: Locale) => string>> = {
  modifiedOn: () => 'd.modified_on',
  label: (locale) => `d.label_${locale} COLLATE NOCASE`,
  client: () => 'c.name COLLATE NOCASE',
  group: () => 'd.grp',
  size: () => 'd.size',
  urgent: () => 'd.urgent',
  dueOn: () => 'd.due_on',
  amount: () => 'd.amount',
  assignee: () => 'd.assignee_id',
};

/** Newest first within equals, whatever the main order. */
function orderBy(sort: DocumentSort, locale: Locale): string {
  const direction = sort.descending ? 'DESC' : 'ASC';
  if (sort.by === 'modifiedOn') return `d.modified_on ${direction}, d.seq ${direction}`;
  return `${SORTS[sort.by](locale)} ${direction}, d.modified_on DESC, d.seq DESC`;
}

export interface ListRequest {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly offset: number;
  readonly limit: number;
  readonly locale: Locale;
  /** `seq`s that the full text found; `null` when no text was asked for. */
  readonly matches: readonly number[] | null;
}

export function listQuery(request: ListRequest): { readonly sql: string; readonly where: string; readonly params: Params } {
  const parts = conditions(request.filter, request.matches);
  const where = parts.length > 0 ? `WHERE ${parts.map(({ sql }) => sql).join(' AND ')}` : '';
  const sql = `SELECT ${DOCUMENT_COLUMNS} FROM ${DOCUMENT_TABLES} ${where} ORDER BY ${orderBy(request.sort, request.locale)} LIMIT @limit OFFSET @offset`;
  return { sql, where, params: Object.assign({}, ...parts.map(({ params }) => params)) as Params };
}

export function listDocuments(reader: Reader, request: ListRequest): { total: number; rows: StoredDocument[] } {
  const { sql, where, params } = listQuery(request);
  const total = reader.get(
    query<{ total: number }, Params>('documents.count', `SELECT count(*) AS total FROM document d ${where}`),
    params,
  );
  const rows = reader.all(query<StoredDocument, Params>('documents.list', sql), {
    ...params,
    limit: request.limit,
    offset: request.offset,
  });
  return { total: total?.total ?? 0, rows };
}
