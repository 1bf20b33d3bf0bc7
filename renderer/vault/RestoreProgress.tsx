import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RestoreStatus } from '#shared/contract/restore.ts';
import { useT } from '../i18n/context.tsx';
import { formatBytes, formatInstant } from '../i18n/format.ts';
import { Notice } from '../ui/Notice.tsx';
import classes from './vault.module.css';

export interface RestoreProgressProps {
  readonly restore: RestoreStatus;
  /** Goes on with what is there now: the restored profile, or the one that was here. */
  readonly onContinue: () => void;
}

/** A restore under way, and what is where after it. */
export function RestoreProgress({ restore, onContinue }: RestoreProgressProps): ReactNode {
  const t = useT();
  const { state, done, total, aside, problem, skipped, generations } = restore;
  if (state === 'running') {
    return (
      <div className={classes.stack} data-testid="gate-restoring">
        <p className={classes.text}>{t('gate.restore.running')}</p>
        <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={t('gate.restore.title.running')} />
        <p className={classes.quiet} role="status">
          {total === 0 ? t('gate.restore.reading') : t('gate.restore.work', { done: formatBytes(done), total: formatBytes(total) })}
        </p>
      </div>
    );
  }
  const isDone = state === 'done';
  const madeAt = new Map(generations.map(({ id, at }) => [id, formatInstant(at)]));
  const passedOver = skipped.map((id) => madeAt.get(id) ?? id).join(', ');
  return (
    <div className={classes.stack} data-testid={isDone ? 'gate-restored' : 'gate-restore-problem'}>
      {isDone ? (
        <>
          <p className={classes.text}>{t('gate.restore.done')}</p>
          <p className={classes.text}>{t(aside === null ? 'gate.restore.nothingAside' : 'gate.restore.aside')}</p>
          {aside !== null && (
            <code className={classes.path} data-testid="gate-aside">
              {aside}
            </code>
          )}
          {skipped.length > 0 && (
            <Notice tone="warn" title={t('gate.restore.skipped', { count: skipped.length, when: passedOver })} testId="gate-skipped">
              {t('gate.restore.skippedText')}
            </Notice>
          )}
          <Notice tone="warn" title={t('gate.restore.since')} testId="gate-since">
            {t('gate.restore.sinceText')}
          </Notice>
        </>
      ) : (
        <>
          {problem && <p className={classes.text}>{t.error(problem)}</p>}
          <p className={classes.text}>{t('gate.restore.failed')}</p>
        </>
      )}
      <div className={classes.row}>
        <Button variant="filled" onClick={onContinue} data-testid="gate-continue">
          {t(isDone ? 'gate.restore.continue' : 'gate.restore.back')}
        </Button>
      </div>
    </div>
  );
}
