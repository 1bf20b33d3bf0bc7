import { Button, Progress } from '@mantine/core';
import { IconDatabaseSearch, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ArchiveStatus } from '#shared/contract/archive.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatCount, formatInstant } from '../../i18n/format.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { Gaps } from './Gaps.tsx';
import classes from './SettingsView.module.css';

/** Whether the archive is still what came in, and what search knows of it. */
export function Archive(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data: status, error, refetch } = useCall('archive.status', {});
  const reading = useCall('reading.status', {}).data;
  const verify = useAct('archive.verify');
  const cancel = useAct('archive.cancelVerify');
  const reindex = useAct('archive.reindex');
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!status) return <Waiting rows={4} />;
  const { verification, indexing } = status;
  return (
    <div className={classes.fields}>
      <p className={classes.text} data-testid="archive-size">
        {t('settingsArchive.archive.size', {
          count: status.documents,
          shown: formatCount(status.documents),
          size: formatBytes(status.bytes),
        })}
      </p>
      <Gaps />
      <section>
        <h2 className={classes.heading}>{t('settingsArchive.verify.title')}</h2>
        <p className={classes.text}>{t('settingsArchive.verify.text')}</p>
        <Work name={t('settingsArchive.verify.title')} work={verification} />
        <div className={classes.row}>
          {verification.running ? (
            <Button onClick={() => cancel.mutate({}, { onError: problem })} data-testid="archive-cancel">
              {t('settingsArchive.verify.stop')}
            </Button>
          ) : (
            <Button
              leftSection={<IconShieldCheck size={14} aria-hidden />}
              onClick={() => verify.mutate({}, { onError: problem })}
              data-testid="archive-verify"
            >
              {t('settingsArchive.verify.start', { count: formatCount(status.documents) })}
            </Button>
          )}
          <span className={classes.quiet} data-testid="archive-verified">
            {verification.finishedAt
              ? t('settingsArchive.verify.last', { when: formatInstant(verification.finishedAt) })
              : t('settingsArchive.verify.never')}
          </span>
        </div>
        {verification.problem && (
          <Failure error={{ code: verification.problem, retryable: true, action: 'none', params: {} }} testId="archive-problem" />
        )}
        <Damaged damaged={verification.damaged} />
      </section>
      <section>
        <h2 className={classes.heading}>{t('settingsArchive.index.title')}</h2>
        <p className={classes.text}>
          {t('settingsArchive.index.text')}{' '}
          {reading &&
            t('settingsArchive.index.read', {
              read: formatCount(reading.read),
              waiting: formatCount(reading.waiting),
              unreadable: formatCount(reading.unreadable),
            })}
        </p>
        <Work name={t('settingsArchive.index.title')} work={indexing} />
        <Button
          leftSection={<IconDatabaseSearch size={14} aria-hidden />}
          disabled={indexing.running}
          onClick={() => reindex.mutate({}, { onError: problem })}
          data-testid="archive-reindex"
        >
          {t('settingsArchive.index.start')}
        </Button>
      </section>
    </div>
  );
}

function Work({ name, work }: { readonly name: string; readonly work: ArchiveStatus['indexing'] }): ReactNode {
  const t = useT();
  if (!work.running) return null;
  return (
    <div className={classes.work}>
      <Progress value={work.total === 0 ? 100 : (work.done / work.total) * 100} aria-label={name} />
      <span className={classes.quiet}>{t('settingsArchive.work', { done: formatCount(work.done), total: formatCount(work.total) })}</span>
    </div>
  );
}

function Damaged({ damaged }: { readonly damaged: ArchiveStatus['verification']['damaged'] }): ReactNode {
  const t = useT();
  if (damaged.length === 0) return null;
  const lost = damaged.filter(({ restored }) => !restored).length;
  return (
    <Notice
      tone={lost > 0 ? 'danger' : 'warn'}
      title={t('settingsArchive.verify.damaged', { count: damaged.length, restored: damaged.length - lost })}
      testId="archive-damaged"
    >
      <ul className={classes.plainList}>
        {damaged.map(({ documentId, label, clientName, reason, restored }) => (
          <li key={documentId}>
            <Link to={`/documents?work=all&doc=${documentId}`}>{[label, clientName].filter(Boolean).join(' · ')}</Link>{' '}
            {restored ? t('settingsArchive.verify.restored') : t.error({ code: reason, retryable: false, action: 'none', params: {} })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
