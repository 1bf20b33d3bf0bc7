import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { isLocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDay, formatMonth } from '../../i18n/format.ts';
import classes from './Charts.module.css';
import { weeksByGroup } from './chart-data.ts';
import { isGroup } from './groups.ts';

type Today = Output<'today.get'>;

const common = {
  h: 170,
  type: 'stacked' as const,
  tickLine: 'none' as const,
  gridAxis: 'x' as const,
  withLegend: true,
  classNames: { legend: classes.legend ?? '' },
  legendProps: { verticalAlign: 'bottom' as const, height: 24, itemSorter: null },
  barProps: { isAnimationActive: false, maxBarSize: 28 },
  yAxisProps: { width: 32, allowDecimals: false, tickCount: 4, interval: 0 as const },
};

/** Two small charts: returns proven against those due, and what came in. */
export function Charts({ returns, documents }: Pick<Today, 'returns' | 'documents'>): ReactNode {
  const t = useT();
  const { groups, weeks } = weeksByGroup(documents);
  const colors = ['var(--g-chart-1)', 'var(--g-chart-2)', 'var(--g-chart-4)'];
  return (
    <>
      {returns.length > 0 && (
        <figure className={classes.chart} data-testid="chart-returns">
          <figcaption className={classes.title}>{t('todayView.chart.returns')}</figcaption>
          <BarChart
            {...common}
            data={returns.map((row) => ({ ...row, month: formatMonth(row.month, t.locale, 'short') }))}
            dataKey="month"
            series={[
              { name: 'proven', label: t('todayView.chart.proven'), color: 'var(--g-ok)' },
              { name: 'filed', label: t('todayView.chart.filed'), color: 'var(--g-chart-1)' },
              { name: 'open', label: t('todayView.chart.open'), color: 'var(--g-chart-3)' },
            ]}
          />
        </figure>
      )}
      {weeks.length > 0 && (
        <figure className={classes.chart} data-testid="chart-documents">
          <figcaption className={classes.title}>{t('todayView.chart.documents')}</figcaption>
          <BarChart
            {...common}
            data={weeks.map((row) => ({ ...row, week: isLocalDate(String(row.week)) ? formatDay(row.week as never) : row.week }))}
            dataKey="week"
            series={[
              ...groups.map((group, index) => ({
                name: group,
                label: isGroup(group) ? t(`documentsView.group.${group}`) : group,
                color: colors[index] ?? 'var(--g-chart-3)',
              })),
              { name: 'rest', label: t('todayView.chart.rest'), color: 'var(--g-chart-3)' },
            ]}
          />
        </figure>
      )}
    </>
  );
}
