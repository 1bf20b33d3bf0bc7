import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { Grid } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import type { CellActions } from './cell.ts';
import classes from './Offer.module.css';

/** The tax on the bases of the return, to be taken with a click or F9. */
export function Offer({
  grid,
  amount,
  actions,
}: {
  readonly grid: Grid;
  readonly amount: Cents;
  readonly actions: CellActions;
}): ReactNode {
  const t = useT();
  const shown = formatAmount(amount);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.offer}
      title={t('vatGrids.offerTitle', { grid, amount: shown })}
      aria-label={t('vatGrids.offerTitle', { grid, amount: shown })}
      onClick={() => actions.keep(grid, amount)}
      data-testid={`offer-${grid}`}
    >
      <kbd>F9</kbd> {shown}
    </button>
  );
}
