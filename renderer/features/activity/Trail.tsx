import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AuditEntryView } from '#shared/contract/audit.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import { useCall } from '../../data/hooks.ts';
import { useReady } from '../../data/ready.ts';
import { activityText } from '../../i18n/activity-text.ts';
import { useT } from '../../i18n/context.tsx';
import { dateOfInstant, formatBytes, formatDate, formatTime } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { groupBy } from '../../ui/group-by.ts';
import { View } from '../../ui/View.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import days from './ActivityView.module.css';
import classes from './Trail.module.css';
import { TrailExport } from './TrailExport.tsx';
import { TrailFilters } from './TrailFilters.tsx';
import { TrailProof } from './TrailProof.tsx';
import { useTrail } from './use-trail.ts';

/** Every entry of the trail, filtered, with the proof that it is whole. */
export function Trail({ tabs }: { readonly tabs: ReactNode }): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const { list, ...desk } = useTrail(today);
  useReady(list.data !== undefined);
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <View
      testId="view-trail"
      title={t('frame.nav.activity')}
      tabs={tabs}
      actions={<TrailExport from={desk.filter.from} until={desk.filter.until} />}
      toolbar={<TrailFilters {...desk} />}
      scroll
    >
      <div className={classes.head}>
        <TrailProof />
      </div>
      {list.error ? (
        <div className={days.padded}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : !list.data ? (
        <Waiting rows={14} />
      ) : entries.length === 0 ? (
        <Empty title={t('auditView.none')} testId="state-empty">
          {t('auditView.noneText')}
        </Empty>
      ) : (
        <div className={days.days}>
          {[...groupBy(entries, (entry) => dateOfInstant(entry.at))].map(([day, rows]) => (
            <section key={day}>
              <h2 className={days.day}>{formatDate(day)}</h2>
              <ol className={days.list}>
                {rows.map((entry) => (
                  <Entry key={entry.seq} entry={entry} t={t} />
                ))}
              </ol>
            </section>
          ))}
          {list.hasNextPage && (
            <div>
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} data-testid="trail-older">
                {t('activityView.older')}
              </Button>
            </div>
          )}
        </div>
      )}
    </View>
  );
}

/** What a call did, in one line. */
function callOf({ status, durationMs, bytes }: AuditEntryView, t: Translator): string | null {
  if (durationMs === null) return null;
  const duration = `${durationMs} ms`;
  return t('auditView.call', {
    status: status === null ? t('auditView.noAnswer') : t('auditView.status', { status: String(status) }),
    duration,
    size: formatBytes(bytes ?? 0),
  });
}

function Entry({ entry, t }: { readonly entry: AuditEntryView; readonly t: Translator }): ReactNode {
  const call = callOf(entry, t);
  return (
    <li className={classes.entry} data-testid="trail-row" data-kind={entry.kind}>
      <span className={classes.seq}>{entry.seq}</span>
      <span className={days.time}>{formatTime(entry.at)}</span>
      <span className={days.what}>
        {activityText(entry.kind, entry.params, t)}
        {entry.subject && <span className={classes.subject}> · {entry.subject}</span>}
        {call && <span className={classes.detail}>{call}</span>}
        {entry.correlationId && <code className={classes.id}>{entry.correlationId}</code>}
      </span>
      <span className={days.client}>{entry.clientName}</span>
      <span className={days.who}>{entry.who ?? t('activityView.program')}</span>
    </li>
  );
}
