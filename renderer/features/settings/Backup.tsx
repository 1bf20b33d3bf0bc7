import { Progress, Switch } from '@mantine/core';
import { IconDatabaseShare, IconFolder, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BackupStatus } from '#shared/contract/backup.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatCount, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { useMay } from '../../people/use-may.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import classes from './SettingsView.module.css';

const RESTORE = 'guichet restore --from DIR --profile DIR';

/** Copies of everything outside this computer, and whether one was ever tried. */
export function Backup(): ReactNode {
  const { data: status, error, refetch } = useCall('backup.status', {});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!status) return <Waiting rows={6} />;
  return (
    <div className={classes.fields}>
      {!status.hasCode && <RecoveryCode hasCode={false} />}
      <Place status={status} />
      {status.folder !== null && <State status={status} />}
      {status.generations.length > 0 && <Generations generations={status.generations} />}
      <Restoring hasCode={status.hasCode} />
    </div>
  );
}

function Place({ status }: { readonly status: BackupStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const set = useAct('backup.set');
  const choose = useAct('shell.chooseBackupFolder');
  const { may, why } = useMay('backup.set');
  return (
    <section>
      <p className={classes.text}>{t('settingsBackup.text')}</p>
      <div className={classes.row}>
        <MayButton
          needs="shell.chooseBackupFolder"
          leftSection={<IconFolder size={14} aria-hidden />}
          onClick={() => choose.mutate({}, { onError: problem })}
          data-testid="backup-choose"
        >
          {t(status.folder === null ? 'settingsBackup.choose' : 'settingsBackup.change')}
        </MayButton>
        {status.folder === null ? (
          <span className={classes.quiet}>{t('settingsBackup.chooseFirst')}</span>
        ) : (
          <code className={classes.path} data-testid="backup-folder">
            {status.folder}
          </code>
        )}
      </div>
      <Switch
        checked={status.enabled}
        disabled={status.folder === null || !may}
        description={why}
        onChange={(event) => set.mutate({ enabled: event.currentTarget.checked }, { onError: problem })}
        label={t('settingsBackup.enabled')}
        data-testid="backup-enabled"
      />
    </section>
  );
}

function State({ status }: { readonly status: BackupStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const run = useAct('backup.run');
  const verify = useAct('backup.verify');
  const cancel = useAct('backup.cancel');
  const { work } = status;
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsBackup.state')}</h2>
      {status.stale && (
        <Notice tone="danger" title={t('settingsBackup.problem')} testId="backup-problem">
          {status.problem ? t.error({ code: status.problem, retryable: true, action: 'none', params: {} }) : t('settingsBackup.late')}
        </Notice>
      )}
      <p className={classes.text} data-testid="backup-verified">
        {status.verifiedAt
          ? t('settingsBackup.verified', { when: formatInstant(status.verifiedAt), contents: status.contents })
          : t('settingsBackup.neverVerified')}{' '}
        {status.madeAt ? t('settingsBackup.made', { when: formatInstant(status.madeAt) }) : t('settingsBackup.neverMade')}
      </p>
      {work.kind === 'none' ? (
        <div className={classes.row}>
          <MayButton
            needs="backup.run"
            leftSection={<IconDatabaseShare size={14} aria-hidden />}
            disabled={!status.hasCode}
            onClick={() => run.mutate({}, { onError: problem })}
            data-testid="backup-run"
          >
            {t('settingsBackup.run')}
          </MayButton>
          <MayButton
            needs="backup.verify"
            leftSection={<IconShieldCheck size={14} aria-hidden />}
            disabled={status.madeAt === null}
            onClick={() => verify.mutate({}, { onError: problem })}
            data-testid="backup-verify"
          >
            {t('settingsBackup.verify')}
          </MayButton>
        </div>
      ) : (
        <div className={classes.row} data-testid="backup-working">
          <span className={classes.quiet}>{t(`settingsBackup.working.${work.kind}`)}</span>
          <Progress
            className={classes.grow ?? ''}
            value={work.total === 0 ? 0 : (work.done / work.total) * 100}
            aria-label={t(`settingsBackup.working.${work.kind}`)}
          />
          <span className={classes.quiet}>
            {t('settingsBackup.work', { done: formatBytes(work.done), total: formatBytes(work.total) })}
          </span>
          <MayButton needs="backup.cancel" onClick={() => cancel.mutate({}, { onError: problem })} data-testid="backup-cancel">
            {t('settingsBackup.stop')}
          </MayButton>
        </div>
      )}
      <p className={classes.hint}>
        <Link to="/settings/archive">{t('settingsBackup.archive')}</Link>
      </p>
    </section>
  );
}

function Generations({ generations }: { readonly generations: BackupStatus['generations'] }): ReactNode {
  const t = useT();
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsBackup.generations')}</h2>
      <p className={classes.text}>{t('settingsBackup.generationsText')}</p>
      <table className={classes.users} data-testid="backup-generations">
        <thead>
          <tr>
            <th scope="col">{t('settingsBackup.col.at')}</th>
            <th scope="col">{t('settingsBackup.col.kept')}</th>
            <th scope="col" className={classes.figure}>
              {t('settingsBackup.col.documents')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('settingsBackup.col.size')}
            </th>
            <th scope="col" className={classes.figure}>
              {t('settingsBackup.col.added')}
            </th>
          </tr>
        </thead>
        <tbody>
          {generations.map((one) => (
            <tr key={one.id}>
              <td>{formatInstant(one.at)}</td>
              <td>{t(`settingsBackup.kept.${one.kept}`)}</td>
              <td className={classes.figure}>{formatCount(one.documents)}</td>
              <td className={classes.figure}>{formatBytes(one.bytes)}</td>
              <td className={classes.figure}>{formatBytes(one.added)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Restoring({ hasCode }: { readonly hasCode: boolean }): ReactNode {
  const t = useT();
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsBackup.restore')}</h2>
      <p className={classes.text}>{t('settingsBackup.restoreText')}</p>
      <p className={classes.text}>
        <code className={classes.path}>{RESTORE}</code>
      </p>
      <p className={classes.text}>
        <Link className={classes.link} to="/settings/security">
          {t('securityView.restoreHere')}
        </Link>
      </p>
      {hasCode && <RecoveryCode hasCode />}
    </section>
  );
}
