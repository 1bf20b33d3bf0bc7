import { Button, Progress } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Update } from '#shared/contract/updates.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatBytes, formatInstant } from '../i18n/format.ts';
import { MayButton } from '../people/MayButton.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useProblem } from '../ui/use-problem.ts';
import { Waiting } from '../ui/Waiting.tsx';
import classes from './Version.module.css';

/** The shell sends no events; what moves is asked for while it moves. */
const LOOK_MS = 500;
const MOVING: ReadonlySet<Update['state']> = new Set<Update['state']>(['checking', 'downloading']);
const ASKABLE: ReadonlySet<Update['state']> = new Set<Update['state']>(['idle', 'current', 'available', 'failed']);

/** Which version runs, and what a newer one would change. */
export function Version(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data: update, error, refetch } = useCall('updates.status', {});
  const check = useAct('updates.check');
  const download = useAct('updates.download');
  const install = useAct('updates.install');
  const moving = update !== undefined && MOVING.has(update.state);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => void refetch(), LOOK_MS);
    return () => clearInterval(timer);
  }, [moving, refetch]);
  const after = { onError: problem, onSettled: () => void refetch() };
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!update) return <Waiting rows={3} />;
  const { state, release } = update;
  return (
    <div className={classes.fields}>
      <h2 className={classes.heading}>{t('updates.running', { version: update.version })}</h2>
      <p className={classes.text} data-testid="updates-state" data-state={state}>
        {t(`updates.state.${state}`)}
      </p>
      {ASKABLE.has(state) && (
        <div className={classes.row}>
          <Button
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={check.isPending}
            onClick={() => check.mutate({}, after)}
            data-testid="updates-check"
          >
            {t('updates.check')}
          </Button>
          {update.checkedAt && <span className={classes.quiet}>{t('updates.checked', { when: formatInstant(update.checkedAt) })}</span>}
        </div>
      )}
      {update.problem && <Failure error={update.problem} testId="updates-problem" />}
      {release && (
        <Notice
          tone="accent"
          title={t('updates.offer', { version: release.version, when: formatInstant(release.released), size: formatBytes(release.bytes) })}
          testId="updates-offer"
          actions={
            state === 'available' ? (
              <MayButton
                needs="updates.download"
                leftSection={<IconDownload size={14} aria-hidden />}
                onClick={() => download.mutate({}, after)}
                data-testid="updates-download"
              >
                {t('updates.download')}
              </MayButton>
            ) : (
              state === 'ready' && (
                <MayButton
                  needs="updates.install"
                  disabled={update.filings > 0}
                  loading={install.isPending}
                  onClick={() => install.mutate({}, after)}
                  data-testid="updates-install"
                >
                  {t('updates.install')}
                </MayButton>
              )
            )
          }
        >
          <p data-testid="updates-schema">
            {t(release.steps > 0 ? 'updates.schema.steps' : 'updates.schema.same', { count: release.steps })}
          </p>
          {update.filings > 0 && <p data-testid="updates-held">{t('updates.held', { count: update.filings })}</p>}
          {state === 'downloading' && <Progress value={update.percent} aria-label={t('updates.state.downloading')} />}
        </Notice>
      )}
    </div>
  );
}
