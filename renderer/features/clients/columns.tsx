import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconFiles, IconHourglassLow, IconPencil, IconReceiptTax } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ClientRow } from '#shared/contract/clients.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { dateOfInstant, formatCount, formatDistance, formatTime } from '../../i18n/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import type { Column } from '../../ui/Ledger.tsx';
import { ClientMenu, type ClientMenuActions } from './ClientMenu.tsx';
import classes from './ClientsView.module.css';

export interface ClientActions extends ClientMenuActions {
  readonly documents: (row: ClientRow) => void;
  readonly vat: (row: ClientRow) => void;
  readonly edit: (row: ClientRow) => void;
}

export function clientValue(by: string): (row: ClientRow) => string | number | null {
  switch (by) {
    case 'number':
      return (row) => row.enterpriseNumber;
    case 'regime':
      return (row) => row.regime;
    case 'documents':
      return (row) => row.documents;
    case 'newDocuments':
      return (row) => row.newDocuments;
    case 'lastSuccess':
      return (row) => row.lastSuccess;
    default:
      return (row) => row.name;
  }
}

/** When the client's documents last came in, or why they do not. */
function Freshness({
  row,
  today,
  t,
}: {
  readonly row: ClientRow;
  readonly today: LocalDate | undefined;
  readonly t: Translator;
}): ReactNode {
  if (row.trouble) {
    const why = t.error({ code: row.trouble, retryable: false, action: 'none', params: {} });
    return (
      <Chip bare tone="warn" icon={<IconAlertTriangle />}>
        <span title={why}>{why}</span>
      </Chip>
    );
  }
  if (!row.lastSuccess || !today) return <span className={classes.quiet}>{t('clientsView.never')}</span>;
  const day = dateOfInstant(row.lastSuccess);
  const words = day === today ? formatTime(row.lastSuccess) : formatDistance(today, day, t);
  return daysBetween(day, today) > 3 ? (
    <Chip bare tone="warn" icon={<IconAlertTriangle />}>
      {words}
    </Chip>
  ) : (
    <span className={classes.quiet}>{words}</span>
  );
}

export function clientColumns(t: Translator, today: LocalDate | undefined, actions: ClientActions): readonly Column<ClientRow>[] {
  const buttons = [
    { name: 'documents', icon: IconFiles, label: t('clientsView.toDocuments') },
    { name: 'vat', icon: IconReceiptTax, label: t('clientsView.toVat') },
    { name: 'edit', icon: IconPencil, label: t('clientsView.edit') },
  ] as const;
  return [
    {
      id: 'name',
      header: t('clientsView.column.name'),
      width: 'minmax(180px, 2fr)',
      sortable: true,
      main: true,
      cell: (row) => (
        <>
          <span title={row.name}>{row.name}</span>
          {row.isFirm && <Chip tone="accent">{t('clientsView.firm')}</Chip>}
          {row.leaving > 0 && (
            <Chip tone="warn" icon={<IconHourglassLow />}>
              <span title={t('clientActions.leaving', { count: row.leaving, shown: formatCount(row.leaving) })}>
                {formatCount(row.leaving)}
              </span>
            </Chip>
          )}
          {row.urgent > 0 && (
            <Chip tone="danger" icon={<IconAlertTriangle />}>
              {t('documentsView.urgent')}
            </Chip>
          )}
        </>
      ),
    },
    {
      id: 'number',
      header: t('clientsView.column.number'),
      width: '118px',
      sortable: true,
      figures: true,
      cell: (row) => <span className={classes.quiet}>{formatEnterpriseNumber(row.enterpriseNumber)}</span>,
    },
    {
      id: 'regime',
      header: t('clientsView.column.regime'),
      width: '110px',
      sortable: true,
      cell: (row) => <span className={classes.quiet}>{t(`clientsView.regime.${row.regime ?? 'none'}`)}</span>,
    },
    {
      id: 'documents',
      header: t('clientsView.column.documents'),
      width: '104px',
      align: 'end',
      sortable: true,
      cell: (row) => <span>{formatCount(row.documents)}</span>,
    },
    {
      id: 'newDocuments',
      header: t('clientsView.column.new'),
      width: '84px',
      align: 'end',
      sortable: true,
      cell: (row) =>
        row.newDocuments > 0 ? (
          <span className={classes.new}>{formatCount(row.newDocuments)}</span>
        ) : (
          <span className={classes.quiet}>–</span>
        ),
    },
    {
      id: 'lastSuccess',
      header: t('clientsView.column.lastSuccess'),
      width: 'minmax(150px, 1.4fr)',
      sortable: true,
      cell: (row) => <Freshness row={row} today={today} t={t} />,
    },
    {
      id: 'actions',
      header: t('frame.actions'),
      headless: true,
      width: '140px',
      align: 'end',
      cell: (row) => (
        <>
          {buttons.map(({ name, icon: Icon, label }) => (
            <Tooltip key={name} label={label}>
              <ActionIcon
                size={26}
                aria-label={label}
                tabIndex={-1}
                onClick={(event) => {
                  event.stopPropagation();
                  actions[name](row);
                }}
                data-testid={`client-${name}`}
              >
                <Icon size={15} />
              </ActionIcon>
            </Tooltip>
          ))}
          <ClientMenu row={row} actions={actions} />
        </>
      ),
    },
  ];
}
