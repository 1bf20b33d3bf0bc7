import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { dateOfInstant } from '../i18n/format.ts';
import classes from './StatusBar.module.css';

/** The day of the last backup that was proven; a copy nobody tried is not called a backup. */
export function BackupState(): ReactNode {
  const t = useT();
  const status = useCall('backup.status', {}).data;
  if (!status || status.folder === null) return null;
  const { stale, verifiedAt } = status;
  const [, month, day] = verifiedAt ? dateOfInstant(verifiedAt).split('-') : [];
  return (
    <Link to="/settings/backup" className={classes.link} data-tone={stale ? 'warn' : undefined} data-testid="backup-state">
      {stale
        ? t('settingsBackup.bar.problem')
        : verifiedAt
          ? t('settingsBackup.bar.verified', { when: `${day}/${month}` })
          : t('settingsBackup.bar.unverified')}
    </Link>
  );
}
