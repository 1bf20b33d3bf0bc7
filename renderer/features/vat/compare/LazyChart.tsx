import { lazy, type ReactNode, Suspense } from 'react';
import type { HistoryChartProps } from './HistoryChart.tsx';

const HistoryChart = lazy(() => import('./HistoryChart.tsx').then((m) => ({ default: m.HistoryChart })));

/** The chart in the room it will have, so that nothing moves when it comes. */
export function LazyChart(props: HistoryChartProps): ReactNode {
  return (
    <div style={{ height: props.height }}>
      <Suspense fallback={null}>
        <HistoryChart {...props} />
      </Suspense>
    </div>
  );
}
