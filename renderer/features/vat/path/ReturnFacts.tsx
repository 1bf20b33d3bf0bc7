import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import { formatAmount } from '#shared/domain/cents.ts';
import { totals } from '#shared/vat/balance.ts';
import type { GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Facts } from '../../../ui/Facts.tsx';
import classes from './Step.module.css';

/** Whose return, of which period, with which balance and which bytes. */
export function ReturnFacts({ view }: { readonly view: ReturnView }): ReactNode {
  const t = useT();
  const { grid, cents } = totals(view.content.grids as GridAmounts).balance;
  return (
    <Facts
      items={[
        [t('vatView.form.declarant'), view.clientName],
        [t('vatView.form.period'), formatPeriod(view.periodKey, t)],
        [t(grid === '71' ? 'vatView.toPay' : 'vatView.toReceive'), formatAmount(cents)],
        ['SHA-256', view.sha256 && <span className={classes.hash}>{view.sha256}</span>],
      ]}
    />
  );
}
