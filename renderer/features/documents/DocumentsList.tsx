import { type ReactNode, type Ref, useMemo } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import { toErrorShape } from '#shared/domain/errors.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Ledger } from '../../ui/Ledger.tsx';
import { ALL_SELECTED, include, NOTHING_SELECTED, type Selection, selectedCount } from '../../ui/selection.ts';
import { nextSort } from '../../ui/sort.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import type { ColumnId } from './column-order.ts';
import { documentColumns } from './columns.tsx';
import classes from './DocumentsView.module.css';
import type { Facets } from './filter-choices.ts';
import { widened } from './filter-url.ts';
import { ListFooter } from './ListFooter.tsx';
import { NoDocuments } from './NoDocuments.tsx';
import { searchedWords } from './search-marks.ts';
import { idsBetween, type ListQuery, type Rows } from './use-rows.ts';
import { useSections } from './use-sections.ts';
import { useShown } from './use-shown.ts';

const DESCENDING_FIRST = new Set(['modifiedOn', 'size', 'urgent', 'amount']);
const NO_USERS: readonly never[] = [];
const keyOf = (row: DocumentRow): string => row.id;
const isUnread = (row: DocumentRow): boolean => !row.seen;

export interface DocumentsListProps {
  readonly query: ListQuery;
  readonly rows: Rows;
  /** The order as the screen keeps it: `-dueOn`. */
  readonly order: string;
  readonly onOrder: (order: string) => void;
  readonly columns: readonly ColumnId[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
  readonly active: number | null;
  readonly onActive: (index: number) => void;
  readonly onOpen: () => void;
  readonly onSpace: () => void;
  readonly selection: Selection;
  readonly onSelection: (change: (selection: Selection) => Selection) => void;
  readonly gridRef: Ref<HTMLDivElement>;
  readonly facets: Facets | undefined;
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
  /** What can be done with the chosen documents, in place of the count. */
  readonly bar: ReactNode;
}

/** The documents of a filter as rows, or why there are none. */
export function DocumentsList(props: DocumentsListProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { rows, query, order, selection, onSelection, facets } = props;
  const today = useCall('app.status', {}).data?.today;
  const users = useCall('users.list', {}).data?.users ?? NO_USERS;
  const words = useMemo(() => searchedWords(query.filter.text), [query.filter.text]);
  const columns = useMemo(() => documentColumns(props.columns, { t, today, users, words }), [props.columns, t, today, users, words]);
  const sections = useSections(rows.sections, query.sectionBy, props.folded);
  const onRange = useShown(rows);
  if (rows.error && rows.loading) {
    return (
      <div className={classes.failure}>
        <Failure error={rows.error} onRetry={rows.retry} />
      </div>
    );
  }
  if (rows.loading) return <Waiting rows={20} />;
  const known = facets ? facets.work.new + facets.work.todo + facets.work.done : 0;
  return (
    <>
      {rows.notUnderstood.length > 0 && (
        <div className={classes.notice} role="status" data-testid="doc-not-understood">
          {t('documentsList.notUnderstood', { parts: rows.notUnderstood.map(({ field, value }) => `${field}:${value}`).join(', ') })}
        </div>
      )}
      {rows.total === 0 ? (
        <NoDocuments params={props.params} onParams={props.onParams} known={known} onWiden={() => props.onParams(widened(props.params))} />
      ) : (
        <Ledger
          label={t('frame.nav.documents')}
          testId="doc-list"
          rowTestId="doc-row"
          columns={columns}
          count={rows.total}
          sections={sections}
          onFold={props.onFold}
          rowAt={rows.rowAt}
          keyOf={keyOf}
          active={props.active}
          onActive={props.onActive}
          onOpen={props.onOpen}
          onSpace={props.onSpace}
          selection={selection}
          onSelection={(next) => onSelection(() => next)}
          onSelectAll={() => onSelection((now) => (selectedCount(now, rows.total) >= rows.total ? NOTHING_SELECTED : ALL_SELECTED))}
          onGap={(from, to) =>
            idsBetween(query, from, to).then(
              (ids) => onSelection((now) => include(now, ids)),
              (error) => problem(toErrorShape(error)),
            )
          }
          sort={query.sort}
          onSort={(by) => props.onOrder(nextSort(order, by, DESCENDING_FIRST))}
          onRange={onRange}
          onKey={(key) => {
            if (key === 'Escape') onSelection(() => NOTHING_SELECTED);
            return key === 'Escape';
          }}
          strong={isUnread}
          twoLines={words.length > 0}
          focusRef={props.gridRef}
        />
      )}
      {props.bar ?? <ListFooter total={rows.total} facets={facets} />}
    </>
  );
}
