import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SyncSnapshot } from '#shared/contract/sync.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatBytes, formatCount, formatDuration, formatMoment } from '../i18n/format.ts';
import { useProblem } from '../ui/use-problem.ts';
import classes from './StatusBar.module.css';

/** The work under way: n of m, time to go, and the button that stops it. */
export function SyncProgress(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const sync = useCall('sync.status', {}).data;
  const today = useCall('app.status', {}).data?.today;
  const cancel = useAct('sync.cancel');
  if (!sync) return <span />;
  if (sync.state === 'idle' || sync.state === 'paused') return <AtRest sync={sync} />;
  const { done, failed, total } = sync.total;
  const working = sync.clients.find((client) => client.progress.done + client.progress.failed < client.progress.total);
  const words = [
    t(`frame.sync.${sync.state}`),
    sync.reason && t.error({ code: sync.reason, retryable: true, action: 'none', params: {} }),
    sync.state === 'waiting' && sync.until && t('frame.goesOn', { when: formatMoment(sync.until, today) }),
    total > 0 && t('frame.ofTotal', { done: formatCount(done), total: formatCount(total) }),
    failed > 0 && t('frame.failedCount', { count: failed }),
    sync.bytes > 0 && formatBytes(sync.bytes),
    sync.etaMs !== null && t('frame.eta', { time: formatDuration(sync.etaMs) }),
    sync.state === 'downloading' && working?.name,
  ].filter(Boolean);
  return (
    <div className={classes.work} data-testid="sync-progress" data-done={done} data-total={total}>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={t('frame.sync.downloading')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={done + failed}
      >
        <div className={classes.fill} style={{ transform: `scaleX(${total > 0 ? (done + failed) / total : 0})` }} />
      </div>
      <span className={classes.what}>{words.join(' · ')}</span>
      <Button size="compact-xs" variant="subtle" onClick={() => cancel.mutate({}, { onError: problem })} data-testid="sync-cancel">
        {t('frame.stop')}
      </Button>
    </div>
  );
}

/** How the last fetch ended; one that failed says so, and why, until the next. */
function AtRest({ sync }: { readonly sync: SyncSnapshot }): ReactNode {
  const t = useT();
  const result = sync.lastResult;
  if (sync.state === 'idle' && sync.reason) {
    return (
      <span className={classes.problem} role="alert" data-testid="sync-problem">
        <IconAlertTriangle size={14} aria-hidden />
        <span className={classes.what}>
          {t('frame.lastFailed', { why: t.error({ code: sync.reason, retryable: true, action: 'none', params: {} }) })}
        </span>
      </span>
    );
  }
  const words = result
    ? t('frame.lastResult', {
        documents: result.documents,
        shown: formatCount(result.documents),
        failed: result.failed,
        duration: formatDuration(result.durationMs),
      })
    : t('frame.idle');
  return (
    <span className={classes.what} data-testid="sync-idle">
      {sync.state === 'paused' ? t('frame.sync.paused') : words}
    </span>
  );
}
