import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatAmount, fromDecimal } from '#shared/domain/cents.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Refusal.module.css';

/** Where the receipt says otherwise than what was sent, side by side. */
export function ReceiptDifferences({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  if (view.receiptDifferences.length === 0) return null;
  return (
    <Notice tone="danger" title={t('vatPathView.differences.title')} testId="receipt-differences">
      <div>{t('vatPathView.differences.text')}</div>
      <DifferenceTable rows={view.receiptDifferences} ours={t('vatPathView.differences.sent')} />
    </Notice>
  );
}

interface DifferenceTableProps {
  readonly rows: ReturnView['receiptDifferences'];
  /** What the column of the return here is called. */
  readonly ours: string;
}

/** Amounts come as SPF writes them. */
function shown(value: string): string {
  const amount = /^-?\d+\.\d{2}$/.test(value) ? fromDecimal(value) : null;
  return amount === null ? value || '–' : formatAmount(amount);
}

/** A return and a receipt, field by field where they differ. */
export function DifferenceTable({ rows, ours }: DifferenceTableProps): ReactNode {
  const t = useT();
  const nameOf = (field: string): string => GRIDS.find((grid) => grid.code === field)?.label[t.locale] ?? '';
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('vatPathView.differences.field')}</th>
          <th scope="col" data-align="end">
            {ours}
          </th>
          <th scope="col" data-align="end">
            {t('vatPathView.differences.receipt')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, sent, receipt }) => (
          <tr key={field}>
            <td>
              <strong>{field}</strong> {nameOf(field)}
            </td>
            <td data-align="end">{shown(sent)}</td>
            <td data-align="end">{shown(receipt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
