import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatDistance, formatInstant } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Papers } from '../papers/Papers.tsx';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { SignOff } from '../papers/SignOff.tsx';
import { ApprovalFacts } from './Approval.tsx';
import { Evidence } from './Evidence.tsx';
import { Mistake } from './Mistake.tsx';
import { ReceiptDifferences } from './ReceiptDifferences.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { ReturnFacts } from './ReturnFacts.tsx';
import { SeekButton } from './SeekButton.tsx';
import classes from './Step.module.css';

/** Step 5: the proof. Green only once both receipts are in the archive. */
export function ReceiptStep({ view, today }: { readonly view: ReturnView; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { receipt, portal } = view;
  const overdue = receipt.expectedOn !== null && receipt.expectedOn < today;
  return (
    <div className={classes.step}>
      {view.state === 'proven' ? (
        <Notice tone="ok" title={t('vatView.receipt.proven')} testId="receipt-proven">
          {t('vatView.receipt.provenText')}
        </Notice>
      ) : (
        <Notice
          tone={overdue ? 'warn' : 'accent'}
          title={t('vatView.receipt.title')}
          testId="receipt-waiting"
          actions={<SeekButton view={view} />}
        >
          {receipt.expectedOn
            ? t('vatView.receipt.expected', { date: `${formatDate(receipt.expectedOn)} (${formatDistance(today, receipt.expectedOn, t)})` })
            : t('vatView.receipt.text')}
        </Notice>
      )}
      {portal && (
        <Notice
          tone="plain"
          title={t('vatPathView.portalDone', { at: formatInstant(portal.at), who: portal.who ?? '–' })}
          testId="filed-on-portal"
        >
          {portal.reason} · {portal.fileName}
        </Notice>
      )}
      <ReceiptDifferences view={view} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <section>
            <h2 className={classes.title}>{t('vatView.step.receipt')}</h2>
            <ReceiptFacts view={view} />
            <ReturnFacts view={view} />
            <ApprovalFacts view={view} />
          </section>
          <PaymentFacts view={view} />
          <Mistake view={view} today={today} />
        </div>
        <div className={classes.stack}>
          <Papers view={view} />
          <SignOff view={view} today={today} />
          <Evidence view={view} />
        </div>
      </div>
    </div>
  );
}
