import { IconAlertTriangle, IconCheck, IconCircle, IconCircleFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DocumentRow } from '#shared/contract/documents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatBytes, formatDate } from '../../i18n/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { Column } from '../../ui/Ledger.tsx';
import { ArchiveMark } from './ArchiveMark.tsx';
import classes from './columns.module.css';

const WORK_ICONS = { new: IconCircleFilled, todo: IconCircle, done: IconCheck } as const;

function WorkMark({ row, t }: { readonly row: DocumentRow; readonly t: Translator }): ReactNode {
  const Icon = WORK_ICONS[row.work];
  const word = t(`documentsView.work.${row.work}`);
  return <Icon className={classes.work} data-work={row.work} size={row.work === 'done' ? 14 : 9} aria-label={word} role="img" />;
}

/** How much room the window gives the list. */
export type Room = 'little' | 'some' | 'much';

export function documentColumns(t: Translator, today: LocalDate | undefined, room: Room): readonly Column<DocumentRow>[] {
  return [
    {
      id: 'label',
      header: t('documentsView.column.label'),
      width: 'minmax(0, 2.2fr)',
      sortable: true,
      main: true,
      cell: (row) => (
        <>
          <WorkMark row={row} t={t} />
          <span title={row.label[t.locale]}>{row.label[t.locale].trim()}</span>
          {row.urgent && (
            <Chip tone="danger" icon={<IconAlertTriangle />}>
              {t('documentsView.urgent')}
            </Chip>
          )}
          {room !== 'much' && row.archive !== 'stored' && <ArchiveMark row={row} today={today} />}
        </>
      ),
    },
    {
      id: 'client',
      header: t('documentsView.column.client'),
      width: 'minmax(0, 1.2fr)',
      sortable: true,
      cell: (row) => <span title={row.clientName}>{row.clientName}</span>,
    },
    ...(room !== 'little'
      ? [
          {
            id: 'group',
            header: t('documentsView.column.group'),
            width: 'minmax(0, 0.9fr)',
            sortable: true,
            cell: (row: DocumentRow) => <span className={classes.quiet}>{t(`documentsView.group.${row.group}`)}</span>,
          },
        ]
      : []),
    {
      id: 'modifiedOn',
      header: t('documentsView.column.date'),
      width: '96px',
      sortable: true,
      figures: true,
      cell: (row) => <span>{formatDate(row.modifiedOn)}</span>,
    },
    // Where there is little room, only what is not in the archive says so, beside its name.
    ...(room === 'much'
      ? [
          {
            id: 'archive',
            header: t('documentsView.column.archive'),
            width: '140px',
            cell: (row: DocumentRow) => <ArchiveMark row={row} today={today} />,
          },
          {
            id: 'size',
            header: t('documentsView.column.size'),
            width: '76px',
            align: 'end' as const,
            sortable: true,
            cell: (row: DocumentRow) => <span className={classes.quiet}>{row.size === null ? '–' : formatBytes(row.size)}</span>,
          },
        ]
      : []),
  ];
}
