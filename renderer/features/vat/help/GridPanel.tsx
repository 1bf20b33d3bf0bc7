import { Button } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { Comparison } from '#shared/contract/vat-help.ts';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import { isNetGrid } from '#shared/vat/net-negative.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { through } from '../compare/compare-rows.ts';
import { LazyChart } from '../compare/LazyChart.tsx';
import { outlierText } from '../compare/outlier-text.ts';
import { isInput } from '../grids/grid-layout.ts';
import { taxLines } from '../grids/offers.ts';
import classes from './GridPanel.module.css';

export interface GridPanelProps {
  readonly grid: Grid | null;
  readonly grids: GridAmounts;
  readonly periodKey: string;
  readonly comparison: Comparison | null;
  readonly editable: boolean;
  readonly onTake: (grid: Grid, amount: Cents) => void;
}

/** The grid one stands in: what goes there, what it held before, and the tax that follows from its bases. */
export const GridPanel = memo(function GridPanel({ grid, grids, periodKey, comparison, editable, onTake }: GridPanelProps): ReactNode {
  const t = useT();
  if (!grid || !isInput(grid)) return <p className={classes.none}>{t('vatGrids.grid.none')}</p>;
  const amount = grids[grid];
  const { linked, label } = gridInfo(grid);
  const tax = editable ? taxLines(grid, grids) : null;
  const outlier = isNil(grids) ? undefined : comparison?.outliers.find((one) => one.grid === grid);
  const held = (amounts: GridAmounts | undefined): string | null => (amounts ? formatAmount(amounts[grid] ?? (0 as Cents)) : null);
  const history = comparison ? through(comparison.history, grid) : [];
  const ever = history.some((point) => point.amount !== 0);
  return (
    <div className={classes.panel} data-testid="grid-panel">
      <h3 className={classes.title}>
        <span className={classes.code}>{grid}</span> {label[t.locale]}
      </h3>
      <p>{t(`vatGridHelp.${grid}`)}</p>
      {ever && (
        <LazyChart
          points={history}
          now={{ periodKey, amount: amount ?? (0 as Cents) }}
          label={`${grid} ${t(`gridNames.${grid}`)}`}
          height={76}
        />
      )}
      {history.length > 0 && !ever && <p className={classes.note}>{t('vatGrids.grid.always', { count: history.length })}</p>}
      {isNetGrid(grid) && (
        <p className={classes.note}>{t(amount !== undefined && amount < 0 ? 'vatGrids.carried' : 'vatGrids.mayBeNegative')}</p>
      )}
      {tax && tax.lines.length > 0 && (
        <div className={classes.tax}>
          <span>{t('vatGrids.grid.tax', { bases: tax.bases.join(' + ') })}</span>
          {tax.lines.map(({ rate, amount: computed }) => (
            <Button
              key={rate ?? 0}
              size="compact-xs"
              disabled={computed === amount}
              onClick={() => onTake(grid, computed)}
              data-testid={`take-${grid}-${rate ?? 'all'}`}
            >
              {rate === null ? formatAmount(computed) : `${rate} %: ${formatAmount(computed)}`}
            </Button>
          ))}
        </div>
      )}
      {outlier && <p className={classes.outlier}>{outlierText(outlier, t)}</p>}
      {linked.length > 0 && <p className={classes.note}>{t('vatGrids.grid.linked', { grids: linked.join(', ') })}</p>}
      {ever && comparison && (
        <Facts
          items={[
            [
              comparison.previous ? formatPeriod(comparison.previous.periodKey, t) : '',
              held(comparison.previous?.grids as GridAmounts | undefined),
            ],
            [
              comparison.lastYear ? formatPeriod(comparison.lastYear.periodKey, t) : '',
              held(comparison.lastYear?.grids as GridAmounts | undefined),
            ],
            [t('vatGrids.column.average'), held(comparison.average?.grids as GridAmounts | undefined)],
          ]}
        />
      )}
    </div>
  );
});
