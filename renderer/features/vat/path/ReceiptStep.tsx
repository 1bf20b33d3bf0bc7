import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { totals } from '#shared/vat/balance.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatDistance, formatPeriod } from '../../../i18n/format.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { Evidence } from './Evidence.tsx';
import classes from './Step.module.css';

/** Step 5: the proof. Green only once both receipts are in the archive. */
export function ReceiptStep({ view, today }: { readonly view: ReturnView; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { receipt } = view;
  const { grid, cents } = totals(view.content.grids as GridAmounts).balance;
  const overdue = receipt.expectedOn !== null && receipt.expectedOn < today;
  const part = (documentId: string | null, reference: string | null): ReactNode => {
    if (documentId) {
      return (
        <Link className={classes.link} to={`/documents?work=all&client=${view.clientId}&doc=${documentId}`} data-testid="receipt-document">
          {t('vatView.receipt.stored')}
        </Link>
      );
    }
    return reference ? t('vatView.receipt.waiting', { reference }) : t('vatView.receipt.none');
  };
  return (
    <div className={classes.step}>
      {view.state === 'proven' ? (
        <Notice tone="ok" title={t('vatView.receipt.proven')} testId="receipt-proven">
          {t('vatView.receipt.provenText')}
        </Notice>
      ) : (
        <Notice tone={overdue ? 'warn' : 'accent'} title={t('vatView.receipt.title')} testId="receipt-waiting">
          {receipt.expectedOn
            ? `${t('vatView.receipt.expected', { date: formatDate(receipt.expectedOn) })} (${formatDistance(today, receipt.expectedOn, t)})`
            : t('vatView.receipt.text')}
        </Notice>
      )}
      <div className={classes.columns}>
        <section>
          <h2 className={classes.title}>{t('vatView.step.receipt')}</h2>
          <Facts
            items={[
              [t('vatView.form.declarant'), view.clientName],
              [t('vatView.form.period'), formatPeriod(view.periodKey, t)],
              [t(grid === '71' ? 'vatView.toPay' : 'vatView.toReceive'), formatAmount(cents)],
              [t('vatView.receipt.pdf'), part(receipt.pdfDocumentId, receipt.pdfReference)],
              [t('vatView.receipt.xml'), part(receipt.xmlDocumentId, receipt.xmlReference)],
              ['SHA-256', view.sha256 && <span className={classes.hash}>{view.sha256}</span>],
            ]}
          />
          <PaymentFacts view={view} />
        </section>
        <Evidence view={view} />
      </div>
    </div>
  );
}
