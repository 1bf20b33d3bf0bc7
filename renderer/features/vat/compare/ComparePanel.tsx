import { IconChartDots } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { Comparison } from '#shared/contract/vat-help.ts';
import type { Cents } from '#shared/domain/cents.ts';
import { totals } from '#shared/vat/balance.ts';
import { gridInfo } from '#shared/vat/grids.ts';
import { isNil } from '#shared/vat/nil.ts';
import type { Grid, GridAmounts } from '#shared/vat/types.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Amount } from '../../../ui/Amount.tsx';
import classes from './ComparePanel.module.css';
import { compareRows, through } from './compare-rows.ts';
import { LazyChart } from './LazyChart.tsx';
import { outlierText } from './outlier-text.ts';

export interface ComparePanelProps {
  readonly comparison: Comparison;
  readonly periodKey: string;
  readonly grids: GridAmounts;
  readonly onGrid: (grid: Grid) => void;
}

const signed = (change: number | null): string =>
  change === null ? '' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change)} %`;

/** This return beside the client's own past. */
export const ComparePanel = memo(function ComparePanel({ comparison, periodKey, grids, onGrid }: ComparePanelProps): ReactNode {
  const t = useT();
  const { previous, lastYear, average, history, outliers } = comparison;
  if (history.length === 0) return <p className={classes.none}>{t('vatGrids.compare.none')}</p>;
  const { balance } = totals(grids);
  const now = { periodKey, amount: (balance.grid === '71' ? balance.cents : -balance.cents) as Cents };
  return (
    <div className={classes.panel} data-testid="compare-panel">
      {outliers.length > 0 && !isNil(grids) ? (
        <ul className={classes.outliers}>
          {outliers.map((outlier) => (
            <li key={outlier.grid} data-testid="outlier">
              <IconChartDots size={14} aria-hidden /> <span>{outlierText(outlier, t)}</span>
            </li>
          ))}
        </ul>
      ) : (
        !isNil(grids) && <p className={classes.none}>{t('vatGrids.compare.usual')}</p>
      )}
      <h3 className={classes.title}>{t('vatGrids.compare.balance')}</h3>
      <LazyChart points={through(history, 'balance')} now={now} label={t('vatGrids.compare.balance')} height={130} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('vatGrids.column.grid')}</th>
            <th scope="col">{t('vatGrids.compare.now')}</th>
            <th scope="col" title={previous ? formatPeriod(previous.periodKey, t) : undefined}>
              {t('vatGrids.column.previous')}
            </th>
            <th scope="col" title={lastYear ? formatPeriod(lastYear.periodKey, t) : undefined}>
              {t('vatGrids.column.lastYear')}
            </th>
            <th scope="col" title={average ? t('vatGrids.compare.averageOf', { count: average.returns }) : undefined}>
              {t('vatGrids.column.average')}
            </th>
            <th scope="col" title={t('vatGrids.compare.changeTitle')}>
              {t('vatGrids.compare.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {compareRows(grids, comparison).map((row) => (
            <tr key={row.grid} data-balance={gridInfo(row.grid).frame === 'VI' || undefined}>
              <th scope="row">
                {gridInfo(row.grid).frame === 'VI' ? (
                  row.grid
                ) : (
                  <button
                    type="button"
                    className={classes.grid}
                    onClick={() => onGrid(row.grid)}
                    title={gridInfo(row.grid).label[t.locale]}
                  >
                    {row.grid}
                  </button>
                )}
              </th>
              <td>
                <Amount value={row.now} />
              </td>
              <td>
                <Amount value={row.previous} />
              </td>
              <td>
                <Amount value={row.lastYear} />
              </td>
              <td>
                <Amount value={row.average} />
              </td>
              <td className={classes.change}>{signed(row.change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
