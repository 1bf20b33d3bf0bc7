import { lazy, type ReactNode, Suspense } from 'react';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Section } from './Section.tsx';
import { sectionsOf, totalOf } from './sections.ts';
import classes from './TodayView.module.css';

const Charts = lazy(() => import('./Charts.tsx').then((m) => ({ default: m.Charts })));

/** Tasks of one kind shown before they become a number. */
const MOST_ALIKE = 6;

/** What must be done now, the greatest stake first. */
export function TodayView({ onboarding }: { readonly onboarding: ReactNode }): ReactNode {
  const t = useT();
  const today = useCall('today.get', {});
  const status = useCall('app.status', {}).data;
  const consents = useCall('identity.list', {}).data?.consents;
  const sync = useCall('sync.status', {}).data;
  const known = today.data && status && consents && sync;
  useReady(Boolean(known));
  // The first steps stay until documents came in once: before that a list of tasks would be a list of gaps.
  const first = known && sync.lastSuccess === null;
  return (
    <View
      testId="view-today"
      title={t('frame.nav.today')}
      note={
        status &&
        (today.data && !first && today.data.tasks.length > 0
          ? `${formatDate(status.today)} · ${t('todayView.count', { count: totalOf(today.data) })}`
          : formatDate(status.today))
      }
      scroll
    >
      {today.error ? (
        <div className={classes.padded}>
          <Failure error={today.error} onRetry={() => void today.refetch()} />
        </div>
      ) : !known ? (
        <Waiting rows={8} />
      ) : first ? (
        onboarding
      ) : (
        <div className={classes.columns}>
          <section aria-label={t('todayView.tasks')}>
            {today.data.tasks.length === 0 ? (
              <Empty title={t('todayView.empty')} testId="state-empty">
                {t('todayView.emptyText')}
              </Empty>
            ) : (
              <div data-testid="today-tasks">
                {sectionsOf(today.data, MOST_ALIKE).map((section) => (
                  <Section key={section.kind} section={section} today={status.today} />
                ))}
              </div>
            )}
          </section>
          <aside className={classes.charts}>
            <Suspense fallback={null}>
              <Charts returns={today.data.returns} documents={today.data.documents} />
            </Suspense>
          </aside>
        </div>
      )}
    </View>
  );
}
