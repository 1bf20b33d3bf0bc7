import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { Totals } from '#shared/vat/balance.ts';
import { useT } from '../../../i18n/context.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import classes from './BalanceFrame.module.css';

/** Frame VI: XX, YY and the balance between them, always computed. */
export function BalanceFrame({ totals, previous }: { readonly totals: Totals; readonly previous: ReturnView['previous'] }): ReactNode {
  const t = useT();
  const { grid, cents } = totals.balance;
  const before = previous?.['71'] ?? previous?.['72'];
  return (
    <div className={classes.balance}>
      <div className={classes.line}>
        <span className={classes.code}>XX</span>
        <span className={classes.label}>{t('vatView.totalDue')}</span>
        <span data-testid="total-xx">
          <Amount value={totals.xx} />
        </span>
      </div>
      <div className={classes.line}>
        <span className={classes.code}>YY</span>
        <span className={classes.label}>{t('vatView.totalDeductible')}</span>
        <span data-testid="total-yy">
          <Amount value={totals.yy} />
        </span>
      </div>
      <div className={classes.line} data-result aria-live="polite">
        <span className={classes.code}>{grid}</span>
        <span className={classes.label}>{t(grid === '71' ? 'vatView.toPay' : 'vatView.toReceive')}</span>
        <span data-testid="balance" data-grid={grid}>
          <Amount value={cents} strong />
        </span>
      </div>
      {before !== undefined && (
        <div className={classes.before}>
          {t(previous?.['71'] === undefined ? 'vatView.beforeReceive' : 'vatView.beforePay')} <Amount value={before} />
        </div>
      )}
    </div>
  );
}
