import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatIban } from '#shared/vat/payment.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatEuro } from '../../../i18n/format.ts';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import classes from '../path/Step.module.css';

/** How the balance is paid. */
export function PaymentFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { payment } = view;
  if (!payment) return null;
  return (
    <section style={{ marginTop: 20 }} data-testid="payment">
      <h2 className={classes.title}>{t('vatView.payment.title')}</h2>
      <Facts
        items={[
          [t('vatView.payment.amount'), formatEuro(payment.amount)],
          [
            t('vatView.payment.account'),
            <span key="iban">
              {formatIban(payment.iban)} · {payment.bic} <CopyButton text={() => payment.iban} />
            </span>,
          ],
          [
            t('vatView.payment.communication'),
            <span key="communication">
              {payment.communication} <CopyButton text={() => payment.communication} />
            </span>,
          ],
          [t('vatView.payment.by'), formatDate(payment.payBy)],
        ]}
      />
    </section>
  );
}
