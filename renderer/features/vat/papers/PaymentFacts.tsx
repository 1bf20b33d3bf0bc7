import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatIban } from '#shared/vat/payment.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatEuro } from '../../../i18n/format.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { CopyIcon } from './CopyIcon.tsx';
import classes from './Papers.module.css';
import { QrCode } from './QrCode.tsx';

/** How the balance is paid, to type over or to scan; nothing where the State owes. */
export function PaymentFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { payment } = view;
  if (!payment) return null;
  const copied = (name: string, shown: string, text: string): readonly [string, ReactNode] => [
    name,
    <span key={name} className={classes.value}>
      {shown} <CopyIcon text={text} name={name} />
    </span>,
  ];
  const amount = formatEuro(payment.amount);
  return (
    <section data-testid="payment">
      <h2 className={classes.heading}>{t('vatView.payment.title')}</h2>
      {view.content.replaces !== undefined && <p className={classes.replaces}>{t('letters.replaces')}</p>}
      <div className={classes.payment}>
        <Facts
          items={[
            [t('vatView.payment.amount'), amount],
            copied(t('vatView.payment.account'), formatIban(payment.iban), payment.iban),
            copied(t('vatPapersView.bic'), payment.bic, payment.bic),
            copied(t('vatPapersView.beneficiary'), payment.name, payment.name),
            copied(t('vatView.payment.communication'), payment.communication, payment.communication),
            [t('vatPapersView.due'), formatDate(view.deadline.legal)],
            [t('vatView.payment.by'), t('vatPapersView.payByText', { date: formatDate(payment.payBy) })],
          ]}
        />
        {payment.qr !== '' && (
          <figure className={classes.figure}>
            <QrCode content={payment.qr} title={t('vatPapersView.qr', { amount, name: payment.name })} />
            <figcaption className={classes.caption}>{t('vatPapersView.qrText')}</figcaption>
          </figure>
        )}
      </div>
    </section>
  );
}
