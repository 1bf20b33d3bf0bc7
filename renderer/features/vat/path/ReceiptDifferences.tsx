import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { GRIDS } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Refusal.module.css';

/** Where the receipt says otherwise than what was sent, side by side. */
export function ReceiptDifferences({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  if (view.receiptDifferences.length === 0) return null;
  const nameOf = (field: string): string => GRIDS.find((grid) => grid.code === field)?.label[t.locale] ?? '';
  return (
    <Notice tone="danger" title={t('vatPathView.differences.title')} testId="receipt-differences">
      <div>{t('vatPathView.differences.text')}</div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('vatPathView.differences.field')}</th>
            <th scope="col" data-align="end">
              {t('vatPathView.differences.sent')}
            </th>
            <th scope="col" data-align="end">
              {t('vatPathView.differences.receipt')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.receiptDifferences.map(({ field, sent, receipt }) => (
            <tr key={field}>
              <td>
                <strong>{field}</strong> {nameOf(field)}
              </td>
              <td data-align="end">{sent || '–'}</td>
              <td data-align="end">{receipt || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  );
}
