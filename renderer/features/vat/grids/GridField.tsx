import { memo, type ReactNode, useId } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import { useT } from '../../../i18n/context.tsx';
import { AmountCell } from './AmountCell.tsx';
import { CellSign } from './CellMarks.tsx';
import type { CellProps } from './cell.ts';
import classes from './GridField.module.css';
import { isInput } from './grid-layout.ts';
import { Offer } from './Offer.tsx';

export interface GridFieldProps extends CellProps {
  readonly previous: Cents | null;
}

/** One grid of the paper form: number, short name, amount, and what the period before held. */
export const GridField = memo(function GridField(props: GridFieldProps): ReactNode {
  const { grid, amount, previous, editable, actions, severity, markText, offer } = props;
  const t = useT();
  const id = useId();
  const label = gridInfo(grid).label[t.locale];
  return (
    <div className={classes.field} data-severity={severity ?? undefined}>
      <label htmlFor={id} className={classes.code}>
        {grid}
      </label>
      <span className={classes.label} title={label}>
        {isInput(grid) ? t(`gridNames.${grid}`) : label}
      </span>
      <AmountCell
        id={id}
        grid={grid}
        label={label}
        amount={amount}
        editable={editable}
        severity={severity}
        describedBy={severity === null ? undefined : `${id}-sign`}
        actions={actions}
        below={
          offer !== null && editable ? (
            <Offer grid={grid} amount={offer} actions={actions} />
          ) : severity === 'carried' ? (
            <span className={classes.below}>{t('vatGrids.carriedShort')}</span>
          ) : (
            previous !== null && (
              <span className={classes.below} title={t('vatView.previousTitle')}>
                {t('vatView.previous', { amount: formatAmount(previous) })}
              </span>
            )
          )
        }
      />
      <CellSign id={`${id}-sign`} severity={severity} text={markText} />
    </div>
  );
});
