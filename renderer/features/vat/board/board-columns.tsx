import { IconAlertTriangle } from '@tabler/icons-react';
import type { BoardRow } from '#shared/contract/vat.ts';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { daysBetween, type LocalDate } from '#shared/domain/local-date.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { formatDate, formatDay, formatDistance, formatPeriod } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/Chip.tsx';
import type { Column } from '../../../ui/Ledger.tsx';
import { StateMark } from '../path/StateMark.tsx';
import { groupOf, shownState } from '../path/states.ts';
import classes from './board-columns.module.css';

/** Days before the deadline at which an unfiled return turns amber. */
const SOON = 5;

export function boardValue(by: string): (row: BoardRow) => string | number | null {
  switch (by) {
    case 'regime':
      return (row) => row.regime;
    case 'state':
      return (row) => `${groupOf(row)} ${shownState(row)}`;
    case 'balance':
      return (row) => row.balance;
    case 'previous':
      return (row) => row.previousBalance;
    case 'due':
      return (row) => row.due;
    case 'period':
      return (row) => row.periodKey;
    default:
      return (row) => row.clientName;
  }
}

/** A balance in words and figures: 71 to pay, 72 to receive. */
function Balance({ value, t }: { readonly value: Cents | null; readonly t: Translator }) {
  if (value === null) return <span className={classes.quiet}>–</span>;
  return (
    <>
      <span className={classes.quiet}>{value === 0 ? '' : t(value > 0 ? 'vatView.toPayShort' : 'vatView.toReceiveShort')}</span>
      <span>{formatAmount(Math.abs(value) as Cents)}</span>
    </>
  );
}

export function Due({ row, today, t }: { readonly row: BoardRow; readonly today: LocalDate | undefined; readonly t: Translator }) {
  const open = !row.replaces && ['toPrepare', 'toApprove', 'ready', 'trouble'].includes(groupOf(row));
  const days = today ? daysBetween(today, row.due) : null;
  if (!open || days === null || days > SOON || !today) return <span>{formatDate(row.due)}</span>;
  return (
    <Chip bare tone={days < 0 ? 'danger' : 'warn'} icon={<IconAlertTriangle />}>
      {formatDay(row.due)} · {formatDistance(today, row.due, t)}
    </Chip>
  );
}

/** One gesture for a return that nobody has begun; by keyboard it is N. */
function NilButton({ row, onNil, t }: { readonly row: BoardRow; readonly onNil: (row: BoardRow) => void; readonly t: Translator }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.nil}
      title={t('vatBatchView.nilOf', { name: row.clientName })}
      aria-label={t('vatBatchView.nilOf', { name: row.clientName })}
      onClick={(event) => {
        event.stopPropagation();
        onNil(row);
      }}
      data-testid="vat-nil"
    >
      {t('vatBatchView.nil')}
    </button>
  );
}

/** @param nil makes the nil return of a row that nobody has begun */
export function boardColumns(t: Translator, today: LocalDate | undefined, nil?: (row: BoardRow) => void): readonly Column<BoardRow>[] {
  return [
    {
      id: 'client',
      header: t('vatView.column.client'),
      width: 'minmax(140px, 2fr)',
      sortable: true,
      main: true,
      cell: (row) => <span title={`${row.clientName} · ${formatEnterpriseNumber(row.enterpriseNumber)}`}>{row.clientName}</span>,
    },
    {
      id: 'period',
      header: t('vatView.column.period'),
      width: '136px',
      sortable: true,
      cell: (row) => <span>{formatPeriod(row.periodKey, t)}</span>,
    },
    {
      id: 'state',
      header: t('vatView.column.state'),
      width: 'minmax(196px, 1.6fr)',
      sortable: true,
      cell: (row) => (
        <>
          <StateMark state={shownState(row)} bare />
          {row.replaces && (
            <span className={classes.quiet} title={t('vatDiscard.isReplacementText')} data-testid="row-replaces">
              {t('vatDiscard.isReplacement')}
            </span>
          )}
          {row.filedElsewhere && (
            <span className={classes.problems} title={t('vatElsewhere.boardText')} data-testid="row-elsewhere">
              {t('vatElsewhere.board')}
            </span>
          )}
          {row.problems > 0 && <span className={classes.problems}>{t('vatView.problems', { count: row.problems })}</span>}
          {row.problems === 0 && row.advice > 0 && (
            <span className={classes.quiet} data-testid="vat-advice">
              {t('vatRemarks.count', { count: row.advice })}
            </span>
          )}
          {row.receiptLate && <span className={classes.problems}>{t('vatBatchView.receiptLate')}</span>}
          {nil && row.state === null && <NilButton row={row} onNil={nil} t={t} />}
        </>
      ),
    },
    {
      id: 'balance',
      header: t('vatView.column.balance'),
      width: 'minmax(124px, 0.9fr)',
      align: 'end',
      sortable: true,
      cell: (row) => <Balance value={row.balance} t={t} />,
    },
    {
      id: 'previous',
      header: t('vatView.column.previous'),
      width: 'minmax(124px, 0.9fr)',
      align: 'end',
      sortable: true,
      cell: (row) => <Balance value={row.previousBalance} t={t} />,
    },
    {
      id: 'due',
      header: t('vatView.column.due'),
      width: 'minmax(166px, 0.8fr)',
      sortable: true,
      figures: true,
      cell: (row) => <Due row={row} today={today} t={t} />,
    },
  ];
}
