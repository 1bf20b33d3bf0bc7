import { Fragment, lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { condense, LIST_OF } from './condense.ts';
import { TaskRow } from './TaskRow.tsx';
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
  const { shown, rest } = condense(today.data?.tasks ?? [], MOST_ALIKE);
  return (
    <View
      testId="view-today"
      title={t('frame.nav.today')}
      note={
        status &&
        (today.data && !first && today.data.tasks.length > 0
          ? `${formatDate(status.today)} · ${t('todayView.count', { count: today.data.tasks.length + today.data.more })}`
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
              <ol className={classes.tasks} data-testid="today-tasks">
                {shown.map((task) => (
                  <Fragment key={`${task.kind} ${task.targetId ?? ''} ${task.clientId ?? ''} ${task.periodKey ?? ''}`}>
                    <TaskRow task={task} today={status.today} />
                    {rest.has(task) && (
                      <li className={classes.rest}>
                        <Link className={classes.link} to={LIST_OF[task.kind]} data-testid={`task-rest-${task.kind}`}>
                          {t('todayView.rest', { count: rest.get(task) ?? 0, kind: t(`todayView.task.${task.kind}`) })}
                        </Link>
                      </li>
                    )}
                  </Fragment>
                ))}
              </ol>
            )}
            {today.data.more > 0 && <p className={classes.more}>{t('todayView.more', { count: today.data.more })}</p>}
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
