import { notifications } from '@mantine/notifications';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DeskChange } from '#shared/contract/desk.ts';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { useScreen } from '../../state/screen.ts';
import { NOTHING_SELECTED, type Selection } from '../../ui/selection.ts';
import { useUndo } from '../../undo/use-undo.tsx';
import { useAsks } from './asks.ts';
import { filterOf, sectionByOf, sortOf, tabOf, type WorkTab, withParam } from './filter-url.ts';
import { staysIn } from './stays.ts';
import { type Active, useActive, useFollow } from './use-active.ts';
import { useAddress } from './use-address.ts';
import { useDesk } from './use-desk.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { type Folding, useFolding } from './use-folding.ts';
import { type ListQuery, type Rows, useRows } from './use-rows.ts';
import { useSeen } from './use-seen.ts';
import { useSettled } from './use-settled.ts';
import { type Targets, useTargets } from './use-targets.ts';

/** The order of a list nobody has sorted yet: what still waits begins with the formal demands. */
const FIRST_ORDER: Readonly<Record<WorkTab, string>> = { inbox: '-urgent', todo: '-urgent', all: '-modifiedOn', done: '-modifiedOn' };

/** What lies over the list. */
export type Panel = { readonly kind: 'assign' | 'tag'; readonly targets: Targets } | { readonly kind: 'keys' };

export interface DocumentDesk {
  readonly params: URLSearchParams;
  readonly setParams: (params: URLSearchParams) => void;
  readonly tab: WorkTab;
  readonly goTo: (tab: WorkTab) => void;
  readonly query: ListQuery;
  /** The order as the screen keeps it. */
  readonly order: string;
  readonly setOrder: (order: string) => void;
  readonly rows: Rows;
  readonly folding: Folding;
  readonly active: Active | null;
  readonly step: (index: number) => void;
  readonly shownId: string | null;
  readonly selection: Selection;
  readonly setSelection: (change: (selection: Selection) => Selection) => void;
  readonly onTargets: (act: (targets: Targets) => void) => void;
  readonly apply: (targets: Targets, change: DeskChange) => void;
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
}

export interface DeskSurroundings {
  readonly previewVisible: boolean;
  readonly showPreview: (on: boolean) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** The list of documents at work: what it shows, where one is in it, and what is done with it. */
export function useDocumentDesk({ previewVisible, showPreview, search }: DeskSurroundings): DocumentDesk {
  const t = useT();
  const [params, setSearch] = useSearchParams();
  const setParams = (next: URLSearchParams): void => setSearch(next, { replace: true });
  const me = useCall('users.list', {}).data?.currentId;
  const left = useScreen((screen) => screen.sorts.documents);
  const setSort = useScreen((screen) => screen.setSort);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const [active, setActive] = useActive();
  const folding = useFolding();

  const tab = tabOf(params);
  const order = sortOf(params, left ?? FIRST_ORDER[tab]);
  const query = useSettled({ filter: filterOf(params, me), sort: order.sort, sectionBy: sectionByOf(params) });
  const rows = useRows(query, active?.index ?? null);
  useFollow(rows, active, setActive);
  useReady(!rows.loading);
  const scope = JSON.stringify(query);
  const scopeBefore = useRef(scope);
  useEffect(() => {
    if (scopeBefore.current === scope) return;
    scopeBefore.current = scope;
    setActive(null);
    setSelection(NOTHING_SELECTED);
  }, [scope, setActive]);
  const shownId = useAddress(params, setSearch, rows, active, setActive);
  const current = active === null ? undefined : rows.rowAt(active.index);

  const change = useDesk();
  const undo = useUndo();
  const targets = useTargets(rows, query.filter, selection, current);
  const keepUnread = useSeen(current?.id === shownId ? current : undefined, previewVisible);
  const step = (index: number): void => setActive({ index, id: rows.rowAt(index)?.id ?? null });
  const goTo = (to: WorkTab): void => setParams(withParam(params, 'work', to === 'inbox' ? null : to));
  const onTargets = (act: (to: Targets) => void): void => {
    const to = targets();
    if (to) act(to);
  };
  const apply = (to: Targets, what: DeskChange): void => {
    change(to.selection, what);
    if (what.work === undefined || staysIn(tab, what.work)) return;
    if (to.chosen) setSelection(NOTHING_SELECTED);
    // The row leaves with the answer; whoever works through the list is on the next one before that.
    else if (active !== null && rows.total > 1) step(active.index + 1 < rows.total ? active.index + 1 : active.index - 1);
  };
  useDeskKeys({
    work: (state) => onTargets((to) => apply(to, { work: !to.chosen && to.rows[0]?.work === state ? 'new' : state })),
    unread: () =>
      onTargets((to) => {
        const seen = to.rows.every((row) => !row.seen);
        if (!seen && !to.chosen && current) keepUnread(current.id);
        apply(to, { seen });
      }),
    assign: () => onTargets((to) => setPanel({ kind: 'assign', targets: to })),
    tag: () => onTargets((to) => setPanel({ kind: 'tag', targets: to })),
    note: () => {
      if (!current) return;
      showPreview(true);
      useAsks.getState().askForNote();
    },
    search: () => search.current?.focus(),
    help: () => setPanel({ kind: 'keys' }),
    undo: () => {
      if (!undo.undoLast()) notifications.show({ message: t('undo.nothing'), autoClose: 3_000 });
    },
    go: goTo,
    fold: () => {
      const next = active === null ? null : folding.foldAt(rows, active.index);
      if (next !== null) step(next);
    },
    unfold: folding.unfold,
  });
  return {
    params,
    setParams,
    tab,
    goTo,
    query,
    order: order.text,
    setOrder: (text) => {
      setSort('documents', text);
      if (params.has('sort')) setParams(withParam(params, 'sort', null));
    },
    rows,
    folding,
    active,
    step,
    shownId,
    selection,
    setSelection,
    onTargets,
    apply,
    panel,
    setPanel,
  };
}
