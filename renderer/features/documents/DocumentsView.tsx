import { useDebouncedValue, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { DocumentRow, DocumentSort } from '#shared/contract/documents.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount, formatDate } from '../../i18n/format.ts';
import { useScreen } from '../../state/screen.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { asTable } from '../../ui/copy.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Ledger } from '../../ui/Ledger.tsx';
import { Split } from '../../ui/Split.tsx';
import { NOTHING_SELECTED } from '../../ui/selection.ts';
import { nextSort, parseSort } from '../../ui/sort.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { documentColumns } from './columns.tsx';
import { DocumentActions } from './DocumentActions.tsx';
import { DocumentFilters } from './DocumentFilters.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { filterOf, widened, withParam } from './filter-url.ts';
import { NoDocuments } from './NoDocuments.tsx';
import { allIds, useRows } from './use-rows.ts';

const DESCENDING_FIRST = new Set(['modifiedOn', 'size', 'urgent']);
/** While a key is held, only the row it stops on is fetched. */
const SETTLE_MS = 90;

export function DocumentsView(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const [params, setParams] = useSearchParams();
  const today = useCall('app.status', {}).data?.today;
  const facets = useCall('documents.facets', {}).data;
  const mark = useAct('desk.change');
  const sortText = useScreen((screen) => screen.sorts.documents) ?? '-modifiedOn';
  const setSort = useScreen((screen) => screen.setSort);
  const sort = parseSort(sortText) as DocumentSort;
  const filter = filterOf(params);
  const scope = JSON.stringify([filter, sort]);
  const rows = useRows(filter, sort);
  const [active, setActive] = useState<number | null>(null);
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  const wide = useMediaQuery('(min-width: 1500px)', true);
  const widest = useMediaQuery('(min-width: 1850px)', false);
  const room = widest ? 'much' : wide ? 'some' : 'little';
  const columns = useMemo(() => documentColumns(t, today, room), [t, today, room]);
  useReady(!rows.loading);
  useHotkeys([['/', () => search.current?.focus()]]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter or order starts anew
  useEffect(() => {
    setActive(null);
    setSelection(NOTHING_SELECTED);
  }, [scope]);
  // An address that names a document opens it, and finds its row once that is there.
  const named = params.get('doc');
  const found = named && active === null ? rows.indexOf(named) : null;
  useEffect(() => {
    if (found !== null) setActive(found);
  }, [found]);
  const current = active === null ? undefined : rows.rowAt(Math.min(active, rows.total - 1));
  const [shownId] = useDebouncedValue(current?.id ?? named, SETTLE_MS);

  // The address follows, so that coming back finds the same document; where it changes by itself, the list follows.
  const written = useRef(named);
  const shownBefore = useRef(shownId);
  useEffect(() => {
    if (named && named !== written.current) setActive(null);
    written.current = named;
  }, [named]);
  useEffect(() => {
    if (!shownId || shownId === shownBefore.current) return;
    shownBefore.current = shownId;
    written.current = shownId;
    if (shownId !== named) setParams(withParam(params, 'doc', shownId), { replace: true });
  }, [shownId, named, params, setParams]);

  const work = (row: DocumentRow | undefined, state: 'todo' | 'done'): void => {
    if (row) mark.mutate({ selection: { ids: [row.id] }, change: { work: row.work === state ? 'new' : state } }, { onError: problem });
  };
  const onKey = (key: string, row: DocumentRow | undefined): boolean => {
    if (key === 'e') work(row, 'done');
    else if (key === 't') work(row, 'todo');
    else if (key === 'Escape') setSelection(NOTHING_SELECTED);
    else return false;
    return true;
  };
  const selectAll = (): void => {
    if (selection.keys.size >= rows.total) setSelection(NOTHING_SELECTED);
    else void allIds(filter, sort).then((ids) => setSelection({ keys: new Set(ids), anchor: null }), problem);
  };
  const asText = (): string =>
    asTable(
      Array.from({ length: rows.total }, (_, index) => rows.rowAt(index))
        .filter((row) => row !== undefined)
        .filter((row) => selection.keys.size === 0 || selection.keys.has(row.id))
        .map((row) => [
          row.clientName,
          row.enterpriseNumber,
          row.label[t.locale].trim(),
          formatDate(row.modifiedOn),
          t(`documentsView.archive.${row.archive}`),
        ]),
    );

  const list =
    rows.error && rows.loading ? (
      <div style={{ padding: 16 }}>
        <Failure error={rows.error} onRetry={rows.retry} />
      </div>
    ) : rows.loading ? (
      <Waiting rows={20} />
    ) : rows.total === 0 ? (
      <NoDocuments
        params={params}
        known={facets ? facets.work.new + facets.work.todo + facets.work.done : 0}
        onWiden={() => setParams(widened(params))}
      />
    ) : (
      <Ledger
        label={t('frame.nav.documents')}
        testId="doc-list"
        rowTestId="doc-row"
        columns={columns}
        count={rows.total}
        rowAt={rows.rowAt}
        keyOf={(row) => row.id}
        active={active === null ? null : Math.min(active, rows.total - 1)}
        onActive={setActive}
        onOpen={() => preview.current?.focus()}
        selection={selection}
        onSelection={setSelection}
        onSelectAll={selectAll}
        sort={sort}
        onSort={(by) => setSort('documents', nextSort(sortText, by, DESCENDING_FIRST))}
        onRange={rows.onRange}
        onKey={onKey}
        strong={(row) => row.work === 'new'}
        focusRef={grid}
      />
    );

  return (
    <View
      testId="view-documents"
      title={t('frame.nav.documents')}
      note={
        <span data-testid="doc-count">
          {t('documentsView.count', { count: rows.total, shown: formatCount(rows.total) })}
          {facets &&
            facets.work.new > 0 &&
            ` · ${t('documentsView.newCount', { count: facets.work.new, shown: formatCount(facets.work.new) })}`}
        </span>
      }
      actions={<CopyButton text={asText} label={t('frame.copyList')} testId="doc-copy" />}
      toolbar={<DocumentFilters params={params} onParams={(next) => setParams(next, { replace: true })} searchRef={search} />}
    >
      {selection.keys.size > 0 && <DocumentActions ids={selection.keys} onDone={() => setSelection(NOTHING_SELECTED)} />}
      <Split
        name="documents"
        share={0.56}
        label={t('frame.resize')}
        left={list}
        right={<DocumentPreview key={shownId ?? 'none'} id={shownId} focusRef={preview} onBack={() => grid.current?.focus()} />}
      />
    </View>
  );
}
