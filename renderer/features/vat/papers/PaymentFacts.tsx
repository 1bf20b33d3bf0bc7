import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatIban } from '#shared/vat/payment.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatEuro } from '../../../i18n/format.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import classes from './Papers.module.css';
import { QrCode } from './QrCode.tsx';

/** How the balance is paid, to type over or to scan; nothing where the State owes. */
export function PaymentFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { payment } = view;
  if (!payment) return null;
  const copied = (shown: string, text: string): ReactNode => (
    <span className={classes.value}>
      {shown} <CopyButton text={() => text} />
    </span>
  );
  const amount = formatEuro(payment.amount);
  return (
    <section className={classes.gap} data-testid="payment">
      <h2 className={classes.title}>{t('vatView.payment.title')}</h2>
      <div className={classes.payment}>
        <Facts
          items={[
            [t('vatView.payment.amount'), amount],
            [t('vatView.payment.account'), copied(formatIban(payment.iban), payment.iban)],
            [t('vatPapersView.bic'), copied(payment.bic, payment.bic)],
            [t('vatPapersView.beneficiary'), copied(payment.name, payment.name)],
            [t('vatView.payment.communication'), copied(payment.communication, payment.communication)],
            [t('vatPapersView.due'), formatDate(view.deadline.legal)],
            [t('vatView.payment.by'), t('vatPapersView.payByText', { date: formatDate(payment.payBy) })],
          ]}
        />
        <figure>
          <QrCode content={payment.qr} title={t('vatPapersView.qr', { amount, name: payment.name })} />
          <figcaption className={classes.caption}>{t('vatPapersView.qrText')}</figcaption>
        </figure>
      </div>
    </section>
  );
}
