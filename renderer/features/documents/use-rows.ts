import { useQueries, useQuery } from '@tanstack/react-query';
import type { DocumentFilter, DocumentRow, DocumentSectioning, DocumentSort } from '#shared/contract/documents.ts';
import type { Output } from '#shared/contract/index.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { keyOf } from '../../data/answers.ts';
import { call } from '../../data/call.ts';
import type { PlacedRow } from './follow.ts';
import { useWindows } from './use-windows.ts';
import { placeOf, WINDOW } from './windows.ts';

/** What a list shows and how. */
export interface ListQuery {
  readonly filter: DocumentFilter;
  readonly sort: DocumentSort;
  readonly sectionBy: DocumentSectioning | null;
}

export type Section = Output<'documents.sections'>['sections'][number];

export interface Rows {
  readonly total: number;
  readonly loading: boolean;
  readonly error: GuichetError | null;
  /** `null`: the list is not divided. */
  readonly sections: readonly Section[] | null;
  readonly notUnderstood: readonly { readonly field: string; readonly value: string }[];
  readonly rowAt: (index: number) => DocumentRow | undefined;
  /** Position of a document among the loaded rows, `null` when it is not there. */
  readonly indexOf: (id: string) => number | null;
  /** Changes whenever other rows have arrived. */
  readonly version: string;
  readonly loaded: () => PlacedRow[];
  readonly onRange: (rows: readonly number[]) => void;
  readonly retry: () => void;
}

export const requestOf = ({ filter, sort, sectionBy }: ListQuery, offset: number, limit: number) => ({
  filter,
  sort,
  ...(sectionBy ? { sectionBy } : {}),
  offset,
  limit,
});

function useSections({ filter, sectionBy }: ListQuery) {
  const input = { filter, by: sectionBy ?? ('client' as const) };
  return useQuery({
    queryKey: keyOf('documents.sections', input),
    queryFn: () => call('documents.sections', input),
    enabled: sectionBy !== null,
  });
}

/**
 * All documents of a filter, of which only the windows on screen are fetched.
 * @param kept row whose window stays although it may have left the screen
 */
export function useRows(query: ListQuery, kept: number | null): Rows {
  const { windows, onRange } = useWindows(kept);
  const answers = useQueries({
    queries: windows.map((window) => {
      const input = requestOf(query, window * WINDOW, WINDOW);
      return { queryKey: keyOf('documents.list', input), queryFn: () => call('documents.list', input) };
    }),
  });
  const heads = useSections(query);
  const sections = query.sectionBy === null ? null : heads.data?.sections;
  const dataOf = (window: number) => answers[windows.indexOf(window)]?.data;
  return {
    total: dataOf(0)?.total ?? 0,
    loading: dataOf(0) === undefined || sections === undefined,
    error: ((answers.find((answer) => answer.error)?.error ?? heads.error) as GuichetError | null | undefined) ?? null,
    sections: sections ?? null,
    notUnderstood: dataOf(0)?.notUnderstood ?? [],
    rowAt: (index) => {
      const { window, offset } = placeOf(index);
      return dataOf(window)?.rows[offset];
    },
    indexOf: (id) => {
      for (const window of windows) {
        const offset = dataOf(window)?.rows.findIndex((row) => row.id === id) ?? -1;
        if (offset >= 0) return window * WINDOW + offset;
      }
      return null;
    },
    version: answers.map((answer) => answer.dataUpdatedAt).join(' '),
    loaded: () =>
      windows.flatMap((window) => (dataOf(window)?.rows ?? []).map((row, offset) => ({ index: window * WINDOW + offset, id: row.id }))),
    onRange,
    retry: () => {
      for (const answer of [...answers, heads]) if (answer.error) void answer.refetch();
    },
  };
}

/** Most rows one call answers. */
const MOST = 500;

/** The documents from one row to another, those not on the screen too. */
export async function idsBetween(query: ListQuery, from: number, to: number): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += MOST) {
    const { rows } = await call('documents.list', requestOf(query, offset, Math.min(MOST, to - offset + 1)));
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0) break;
  }
  return ids;
}
