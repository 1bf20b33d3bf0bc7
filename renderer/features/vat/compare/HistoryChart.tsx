import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import { isQuarter, parsePeriodKey } from '#shared/domain/period.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import type { Point } from './compare-rows.ts';

export interface HistoryChartProps {
  readonly points: readonly Point[];
  readonly now: Point;
  readonly label: string;
  readonly height: number;
}

/** `10/26`, `Q3/26`: short enough to stand under a bar. */
function shortPeriod(key: string): string {
  const period = parsePeriodKey(key);
  if (!period) return key;
  const year = String(period.year).slice(2);
  return isQuarter(period) ? `Q${period.quarter}/${year}` : `${String(period.month).padStart(2, '0')}/${year}`;
}

const thousands = (value: number): string => {
  const euros = value / 100;
  return Math.abs(euros) >= 1000 ? `${String(Math.round(euros / 100) / 10).replace('.', ',')}k` : String(Math.round(euros));
};

/** Former periods in grey, this one in colour. Apart, so that it is fetched only when it is looked at. */
export function HistoryChart({ points, now, label, height }: HistoryChartProps): ReactNode {
  const t = useT();
  const data = [
    ...points.slice(-13).map(({ periodKey, amount }) => ({ key: periodKey, period: shortPeriod(periodKey), former: amount })),
    { key: now.periodKey, period: shortPeriod(now.periodKey), now: now.amount },
  ];
  const words = data.map((row) => `${formatPeriod(row.key, t)} ${formatAmount(('former' in row ? row.former : row.now) as Cents)}`);
  return (
    <figure role="img" aria-label={`${label}: ${words.join('; ')}`} style={{ margin: 0 }} data-testid="history-chart">
      <BarChart
        h={height}
        type="stacked"
        data={data}
        dataKey="period"
        tickLine="none"
        gridAxis="x"
        barProps={{ isAnimationActive: false, maxBarSize: 18 }}
        yAxisProps={{ width: 40, tickCount: 3, tickFormatter: thousands }}
        xAxisProps={{ interval: 'equidistantPreserveStart', tick: { fontSize: 11, fill: 'var(--g-text-3)' } }}
        valueFormatter={(value) => formatAmount(value as Cents)}
        series={[
          { name: 'former', label, color: 'var(--g-chart-2)' },
          { name: 'now', label, color: 'var(--g-chart-1)' },
        ]}
      />
    </figure>
  );
}
