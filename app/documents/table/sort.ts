import type { DocumentSectioning, DocumentSort } from '#shared/contract/documents.ts';
import { DOCUMENT_GROUPS } from '#shared/domain/document-groups.ts';
import type { Locale } from '#shared/domain/locale.ts';
import type { Columns } from './columns.ts';
import { LAST_DAY } from './days.ts';
import { byRank, type Order, ranksOf } from './order.ts';

/** Names that are not in the table itself. */
export interface Names {
  readonly locale: Locale;
  client(id: string): string;
  user(id: string): string;
}

interface Ranking {
  readonly rankOf: (seq: number) => number;
  readonly ranks: number;
}

/** Ranks of texts by the rules of a language; none after all others, whichever the direction. */
function textRanks(values: readonly (string | null)[], locale: Locale, descending: boolean): Uint32Array {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const codes = values.map((_, code) => code).filter((code) => values[code] !== null);
  codes.sort((a, b) => compare(values[a]!, values[b]!) * (descending ? -1 : 1));
  const ranks = new Uint32Array(values.length).fill(values.length);
  let rank = 0;
  codes.forEach((code, at) => {
    if (at > 0 && compare(values[codes[at - 1]!]!, values[code]!) !== 0) rank = at;
    ranks[code] = rank;
  });
  return ranks;
}

const byText = (codes: Uint16Array | Uint32Array, values: readonly (string | null)[], locale: Locale, descending: boolean): Ranking => {
  const ranks = textRanks(values, locale, descending);
  return { rankOf: (seq) => ranks[codes[seq]!]!, ranks: values.length + 1 };
};

const directed = (codes: Uint8Array, ranks: number, descending: boolean): Ranking => ({
  rankOf: descending ? (seq) => ranks - 1 - codes[seq]! : (seq) => codes[seq]!,
  ranks,
});

type Rank = (order: Order, columns: Columns, names: Names, descending: boolean) => Ranking;

const SORTS: Readonly<Record<Exclude<DocumentSort['by'], 'modifiedOn'>, Rank>> = {
  label: (_, { arrays, labels }, { locale }, descending) =>
    byText(
      arrays.label,
      labels.values.map((label) => label && (label[locale] || label.fr).trim()),
      locale,
      descending,
    ),
  client: (_, { arrays, clients }, names, descending) =>
    byText(
      arrays.client,
      clients.values.map((id) => id && names.client(id)),
      names.locale,
      descending,
    ),
  assignee: (_, { arrays, assignees }, names, descending) =>
    byText(
      arrays.assignee,
      assignees.values.map((id) => id && names.user(id)),
      names.locale,
      descending,
    ),
  group: (_, { arrays }, __, descending) => directed(arrays.group, DOCUMENT_GROUPS.length, descending),
  urgent: (_, { arrays }, __, descending) => directed(arrays.urgent, 2, descending),
  size: (order, { arrays }, _, descending) => ranksOf(order, arrays.size, descending),
  amount: (order, { arrays }, _, descending) => ranksOf(order, arrays.amount, descending),
  dueOn: (_, { arrays: { due } }, __, descending) => ({
    // No day comes last.
    rankOf: (seq) => (due[seq] === 0 ? LAST_DAY : descending ? LAST_DAY - due[seq]! : due[seq]! - 1),
    ranks: LAST_DAY + 1,
  }),
};

/** @param order newest first; within equals it stays so */
export function sorted(order: Order, sort: DocumentSort, columns: Columns, names: Names): Order {
  if (sort.by === 'modifiedOn') return sort.descending ? order : order.slice().reverse();
  const { rankOf, ranks } = SORTS[sort.by](order, columns, names, sort.descending);
  return byRank(order, rankOf, ranks);
}

/** Which section a document is in: its client by name, those without one last, or its group, the most pressing first. */
export function sectionRanking(by: DocumentSectioning, columns: Columns, names: Names): Ranking {
  if (by === 'group') return directed(columns.arrays.group, DOCUMENT_GROUPS.length, false);
  const { compare } = new Intl.Collator(names.locale, { numeric: true });
  const { values } = columns.clients;
  const codes = values.map((_, code) => code).slice(1);
  // Two clients of one name are two sections.
  codes.sort((a, b) => compare(names.client(values[a]!), names.client(values[b]!)) || a - b);
  const ranks = new Uint32Array(values.length).fill(values.length - 1);
  codes.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return { rankOf: (seq) => ranks[columns.arrays.client[seq]!]!, ranks: values.length };
}
