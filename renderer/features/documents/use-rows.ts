import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DocumentFilter, DocumentRow, DocumentSort } from '#shared/contract/documents.ts';
import type { GuichetError } from '#shared/domain/errors.ts';
import { keyOf } from '../../data/answers.ts';
import { call } from '../../data/call.ts';
import { placeOf, WINDOW, windowsFor } from './windows.ts';

export interface Rows {
  readonly total: number;
  readonly loading: boolean;
  readonly error: GuichetError | null;
  readonly rowAt: (index: number) => DocumentRow | undefined;
  /** Position of a document among the loaded rows, `null` when it is not there. */
  readonly indexOf: (id: string) => number | null;
  readonly onRange: (first: number, last: number) => void;
  readonly retry: () => void;
}

/** All documents of a filter, of which only the windows on screen are fetched. */
export function useRows(filter: DocumentFilter, sort: DocumentSort): Rows {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const windows = windowsFor(range.first, range.last);
  const answers = useQueries({
    queries: windows.map((window) => {
      const input = { filter, sort, offset: window * WINDOW, limit: WINDOW };
      return { queryKey: keyOf('documents.list', input), queryFn: () => call('documents.list', input) };
    }),
  });
  const dataOf = (window: number) => answers[windows.indexOf(window)]?.data;
  const onRange = useCallback(
    (first: number, last: number) => setRange((now) => (now.first === first && now.last === last ? now : { first, last })),
    [],
  );
  return {
    total: dataOf(0)?.total ?? 0,
    loading: dataOf(0) === undefined,
    error: (answers.find((answer) => answer.error)?.error as GuichetError | undefined) ?? null,
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
    onRange,
    retry: () => {
      for (const answer of answers) if (answer.error) void answer.refetch();
    },
  };
}

/** Keys of all documents of a filter, for choosing them all. */
export async function allIds(filter: DocumentFilter, sort: DocumentSort): Promise<string[]> {
  const limit = 500;
  const ids: string[] = [];
  for (let offset = 0; ; offset += limit) {
    const { total, rows } = await call('documents.list', { filter, sort, offset, limit });
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}
