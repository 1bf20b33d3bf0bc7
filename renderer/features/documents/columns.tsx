import type { ReactNode } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { User } from '#shared/contract/users.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatBytes, formatDate } from '../../i18n/format.ts';
import { Amount } from '../../ui/Amount.tsx';
import type { Column } from '../../ui/Ledger.tsx';
import { ArchiveMark } from './ArchiveMark.tsx';
import type { ColumnId } from './column-order.ts';
import classes from './columns.module.css';
import { DueCell, SourceMark } from './DueCell.tsx';
import { LabelCell } from './LabelCell.tsx';
import { Marked } from './Marked.tsx';
import { marksIn } from './search-marks.ts';
import { Tags } from './Tags.tsx';

/** What the cells need beside their row. */
export interface CellContext {
  readonly t: Translator;
  readonly today: LocalDate | undefined;
  readonly users: readonly User[];
  /** Words of the search, folded. */
  readonly words: readonly string[];
  readonly shown: ReadonlySet<ColumnId>;
}

type Cell = (row: DocumentRow, context: CellContext) => ReactNode;
interface Definition extends Pick<Column<DocumentRow>, 'width' | 'min' | 'align' | 'sortable' | 'figures' | 'main'> {
  readonly cell: Cell;
}

function Assignee({ row, users }: { readonly row: DocumentRow; readonly users: readonly User[] }): ReactNode {
  const user = users.find(({ id }) => id === row.assigneeId);
  return user ? (
    <abbr className={classes.initials} title={user.name}>
      {user.initials}
    </abbr>
  ) : null;
}

const DEFINITIONS: Readonly<Record<ColumnId, Definition>> = {
  label: {
    width: 'minmax(180px, 2fr)',
    min: 180,
    sortable: true,
    main: true,
    cell: (row, context) => <LabelCell row={row} context={context} />,
  },
  client: {
    width: 'minmax(104px, 1.3fr)',
    min: 104,
    sortable: true,
    cell: (row, { words }) => (
      <span title={row.clientName}>
        <Marked text={row.clientName} marks={marksIn(row.clientName, words)} />
      </span>
    ),
  },
  group: {
    width: 'minmax(96px, 0.8fr)',
    min: 96,
    sortable: true,
    cell: (row, { t }) => <span className={classes.quiet}>{t(`documentsView.group.${row.group}`)}</span>,
  },
  dueOn: {
    width: '120px',
    sortable: true,
    figures: true,
    cell: (row, { t, today }) => <DueCell row={row} today={today} t={t} />,
  },
  amount: {
    width: '108px',
    align: 'end',
    sortable: true,
    cell: (row, { t }) =>
      row.amount === null ? null : (
        <>
          <SourceMark source={row.amountBy} t={t} />
          <Amount value={row.amount} />
        </>
      ),
  },
  assignee: { width: '50px', sortable: true, cell: (row, { users }) => <Assignee row={row} users={users} /> },
  tags: { width: 'minmax(88px, 0.6fr)', min: 88, cell: (row) => <Tags tags={row.tags} most={2} /> },
  modifiedOn: { width: '96px', sortable: true, figures: true, cell: (row) => <span>{formatDate(row.modifiedOn)}</span> },
  archive: { width: '132px', cell: (row, { today }) => <ArchiveMark row={row} today={today} /> },
  size: {
    width: '80px',
    align: 'end',
    sortable: true,
    cell: (row) => <span className={classes.quiet}>{row.size === null ? '–' : formatBytes(row.size)}</span>,
  },
};

const HEADERS = {
  label: 'documentsView.column.label',
  client: 'documentsView.column.client',
  group: 'documentsView.column.group',
  dueOn: 'documentsList.column.due',
  amount: 'documentsList.column.amount',
  assignee: 'documentsList.column.assignee',
  tags: 'documentsList.column.tags',
  modifiedOn: 'documentsView.column.date',
  archive: 'documentsView.column.archive',
  size: 'documentsView.column.size',
} as const satisfies Readonly<Record<ColumnId, string>>;

export const columnName = (id: ColumnId, t: Translator): string => t(HEADERS[id]);

export function documentColumns(ids: readonly ColumnId[], context: Omit<CellContext, 'shown'>): readonly Column<DocumentRow>[] {
  const full: CellContext = { ...context, shown: new Set(ids) };
  return ids.map((id) => {
    const { cell, ...rest } = DEFINITIONS[id];
    const header = id === 'assignee' ? context.t('documentsList.column.assigneeShort') : columnName(id, context.t);
    return { id, header, ...rest, cell: (row) => cell(row, full) };
  });
}
