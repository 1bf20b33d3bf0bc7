import { query, type Reader } from '#app/platform/db/index.ts';
import { wordsOf } from '#app/search/fold.ts';
import { matchOf } from '#app/search/query/match.ts';
import { parseQuery } from '#app/search/query/parse.ts';
import type { Query } from '#app/search/query/query.ts';
import type { TextIndex } from '#app/search/text-index.ts';
import type { DocumentFilter, DocumentSectioning, DocumentSort } from '#shared/contract/documents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { DocumentTable } from './table/document-table.ts';
import { maskOf } from './table/evaluate.ts';
import { everything, keepFiltered, narrows } from './table/filter.ts';
import { createKept } from './table/kept.ts';
import { byRank, kept, type Order } from './table/order.ts';
import { type Names, sectionRanking, sorted } from './table/sort.ts';

export interface ListRequest {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly sectionBy?: DocumentSectioning | undefined;
}

/** Which documents a list holds, in its order. The table must be ready. */
export interface DocumentLists {
  /** @returns `seq`s of one window and the number of all */
  window(request: ListRequest, offset: number, limit: number): { readonly total: number; readonly seqs: readonly number[] };
  /** All of them. */
  order(request: ListRequest): Order;
  /** The text of a filter, understood. */
  query(filter: DocumentFilter): Query;
  names(): Names;
}

export interface ListDeps {
  readonly db: Reader;
  readonly table: DocumentTable;
  readonly index: TextIndex;
  readonly today: () => LocalDate;
  readonly locale: () => Locale;
  readonly userName: (id: string) => string | null;
}

interface ClientNames {
  readonly id: string;
  readonly name: string;
  readonly enterpriseNumber: string;
  readonly folderCode: string;
}
const clientNames = query<ClientNames>(
  'documents.clientNames',
  'SELECT id, name, enterprise_number AS enterpriseNumber, folder_code AS folderCode FROM client',
);
const tagged = query<{ seq: number }, { tag: string }>('documents.tagged', 'SELECT document_seq AS seq FROM document_tag WHERE tag = @tag');

const NOTHING: Query = { root: null, notUnderstood: [] };
/** Lists that stay at hand while somebody goes back and forth between them; the longest costs 2.4 MB at 600,000 documents. */
const KEPT_ORDERS = 12;
/** So far into the list the index is asked for a window; from there on the whole order is worth its price. */
const NEAR = 400;

export function createDocumentLists({ db, table, index, today, locale, userName }: ListDeps): DocumentLists {
  const orders = createKept<Order>(KEPT_ORDERS);
  const totals = createKept<number>(4 * KEPT_ORDERS);
  const clients = createKept<ReadonlyMap<string, ClientNames>>(1);

  const clientsNow = (): ReadonlyMap<string, ClientNames> =>
    clients.get('', String(table.version()), () => new Map(db.all(clientNames).map((client) => [client.id, client])));
  const names = (): Names => {
    const known = clientsNow();
    return { locale: locale(), client: (id) => known.get(id)?.name ?? '', user: (id) => userName(id) ?? '' };
  };
  const clientText = (id: string): string => {
    const client = clientsNow().get(id);
    return client ? `${client.name} ${client.enterpriseNumber} ${client.folderCode}` : '';
  };
  const queryOf = ({ text }: DocumentFilter): Query => (text && wordsOf(text).length > 0 ? parseQuery(text, today()) : NOTHING);

  const stateOf = ({ text }: DocumentFilter): string => `${table.version()} ${today()} ${text ? index.version() : ''}`;

  const compute = ({ filter, sort, sectionBy }: ListRequest, root: Query['root']): Order => {
    const { columns } = table;
    let order = table.newest();
    if (root || narrows(filter)) {
      const mask = root ? maskOf(root, { columns, find: index.each, clientText }) : everything(columns);
      const taggedWith = (tag: string): number[] => db.all(tagged, { tag }).map(({ seq }) => seq);
      keepFiltered(mask, filter, { columns, today: today(), tagged: taggedWith });
      order = kept(order, mask);
    }
    order = sorted(order, sort, columns, names());
    if (!sectionBy) return order;
    const { rankOf, ranks } = sectionRanking(sectionBy, columns, names());
    return byRank(order, rankOf, ranks);
  };
  const orderOf = (request: ListRequest): Order => {
    const key = JSON.stringify([request.filter, request.sort, request.sectionBy, locale()]);
    return orders.get(key, stateOf(request.filter), () => compute(request, queryOf(request.filter).root));
  };

  /** What the index answers by itself, in the order it keeps: words alone, by date. */
  const askedOfIndex = ({ filter, sort, sectionBy }: ListRequest): string | null => {
    if (sectionBy || sort.by !== 'modifiedOn' || narrows(filter)) return null;
    const { root } = queryOf(filter);
    return root && matchOf(root);
  };

  return {
    window: (request, offset, limit) => {
      const match = offset + limit <= NEAR ? askedOfIndex(request) : null;
      if (match === null) {
        const order = orderOf(request);
        return { total: order.length, seqs: [...order.subarray(offset, offset + limit)] };
      }
      const total = totals.get(match, index.version(), () => index.count(match));
      return { total, seqs: index.window(match, request.sort.descending, offset, limit) };
    },
    order: orderOf,
    query: queryOf,
    names,
  };
}
