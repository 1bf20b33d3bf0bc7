import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardRow } from '#shared/contract/vat.ts';
import type { ErrorShape } from '#shared/domain/errors.ts';
import { useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { useScreen } from '../../../state/screen.ts';
import type { LedgerSort } from '../../../ui/Ledger.tsx';
import { matches } from '../../../ui/match.ts';
import { isSelected, NOTHING_SELECTED, type Selection } from '../../../ui/selection.ts';
import { parseSort, sortRows } from '../../../ui/sort.ts';
import { GROUPS, type Group, groupOf } from '../path/states.ts';
import { boardValue } from './board-columns.tsx';

export const keyOfRow = (row: Pick<BoardRow, 'clientId' | 'periodKey'>): string => `${row.clientId} ${row.periodKey}`;

export interface Board {
  readonly data: { readonly months: readonly string[]; readonly month: string } | undefined;
  readonly error: ErrorShape | null;
  readonly all: readonly BoardRow[];
  readonly rows: readonly BoardRow[];
  /** Chosen rows that the filters show: an action never reaches what nobody sees. */
  readonly chosen: readonly BoardRow[];
  readonly group: Group | null;
  readonly text: string;
  readonly sort: LedgerSort;
  /** The sort as the screen keeps it: `-due`. */
  readonly sortText: string;
  readonly active: number | null;
  readonly selection: Selection;
  setActive(index: number): void;
  setSelection(selection: Selection): void;
  chooseAll(): void;
  set(name: 'month' | 'group' | 'text', value: string): void;
  clear(): void;
  retry(): void;
}

/** The board as its address, its sort and the choice of rows make it. */
export function useBoard(): Board {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const month = params.get('month');
  const board = useCall('vat.board', month && /^\d{4}-\d{2}$/.test(month) ? { month } : {}, { keep: true });
  const sortText = useScreen((screen) => screen.sorts.vat) ?? 'client';
  const [active, setActive] = useState<number | null>(null);
  const [selection, setSelection] = useState<Selection>(NOTHING_SELECTED);

  const sort = parseSort(sortText);
  const group: Group | null = GROUPS.find((one) => one === params.get('group')) ?? null;
  const text = params.get('text') ?? '';
  const all = board.data?.rows ?? [];
  const rows = sortRows(
    all.filter((row) => (group === null || groupOf(row) === group) && matches(`${row.clientName} ${row.enterpriseNumber}`, text)),
    boardValue(sort.by),
    sort.descending,
    t.locale,
  );
  const set: Board['set'] = (name, value) => {
    setActive(null);
    if (name === 'month') setSelection(NOTHING_SELECTED);
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  };
  return {
    data: board.data,
    error: board.error,
    retry: () => void board.refetch(),
    all,
    rows,
    chosen: rows.filter((row) => isSelected(selection, keyOfRow(row))),
    group,
    text,
    sort,
    sortText,
    active,
    setActive,
    selection,
    setSelection,
    chooseAll: () => {
      const keys = new Set(rows.map(keyOfRow));
      const already = rows.length > 0 && rows.every((row) => isSelected(selection, keyOfRow(row)));
      setSelection(already ? NOTHING_SELECTED : { keys, anchor: null, all: false });
    },
    set,
    clear: () => setParams(month ? { month } : {}, { replace: true }),
  };
}
