import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { GuichetError } from '#shared/domain/errors.ts';
import { call } from '../../data/call.ts';
import { useReady } from '../../data/ready.ts';
import { activityText } from '../../i18n/activity-text.ts';
import { useT } from '../../i18n/context.tsx';
import { dateOfInstant, formatDate, formatTime } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { groupBy } from '../../ui/group-by.ts';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './ActivityView.module.css';

const PAGE = 100;

/** What happened, newest first, day by day. */
export function ActivityList({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const t = useT();
  const list = useInfiniteQuery({
    queryKey: ['activity.list', 'pages'],
    queryFn: ({ pageParam }) => call('activity.list', { limit: PAGE, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page) => (page.rows.length === PAGE ? (page.rows.at(-1)?.id ?? null) : null),
  });
  useReady(list.data !== undefined);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const days = groupBy(rows, (row) => dateOfInstant(row.at));
  return (
    <View
      testId="view-activity"
      title={t('frame.nav.activity')}
      tabs={tabs}
      note={rows.length > 0 && t('activityView.count', { count: rows.length })}
      scroll
    >
      {list.error ? (
        <div className={classes.padded}>
          <Failure error={list.error as GuichetError} onRetry={() => void list.refetch()} />
        </div>
      ) : !list.data ? (
        <Waiting rows={14} />
      ) : rows.length === 0 ? (
        <Empty title={t('activityView.empty')} testId="state-empty">
          {t('activityView.emptyText')}
        </Empty>
      ) : (
        <div className={classes.days}>
          {[...days].map(([day, entries]) => (
            <section key={day}>
              <h2 className={classes.day}>{formatDate(day)}</h2>
              <ol className={classes.list}>
                {entries.map((entry) => (
                  <li key={entry.id} className={classes.entry} data-testid="activity-row" data-kind={entry.kind}>
                    <span className={classes.time}>{formatTime(entry.at)}</span>
                    <span className={classes.what}>{activityText(entry.kind, entry.params, t)}</span>
                    <span className={classes.client}>{entry.clientName}</span>
                    <span className={classes.who}>{entry.who ?? t('activityView.program')}</span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
          {list.hasNextPage && (
            <div>
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} data-testid="activity-older">
                {t('activityView.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </View>
  );
}
