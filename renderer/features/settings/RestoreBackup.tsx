import { Button } from '@mantine/core';
import { IconDatabaseImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RestoreForm } from '../../vault/RestoreForm.tsx';
import classes from './SettingsView.module.css';

/** Lets a backup take the place of the open profile, after saying what that means. */
export function RestoreBackup({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2 className={classes.heading}>{t('securityView.restore')}</h2>
      <p className={classes.text}>{t('securityView.restoreText')}</p>
      {open ? (
        <div className={classes.job}>
          <Notice tone="warn" title={t('gate.restore.since')} testId="security-restore-warning">
            {t('gate.restore.sinceText')}
          </Notice>
          <RestoreForm vault={vault} />
          <div className={classes.row}>
            <Button onClick={() => setOpen(false)}>{t('frame.back')}</Button>
          </div>
        </div>
      ) : (
        <MayButton
          needs="restore.run"
          leftSection={<IconDatabaseImport size={14} aria-hidden />}
          onClick={() => setOpen(true)}
          data-testid="security-restore"
        >
          {t('securityView.restoreBegin')}
        </MayButton>
      )}
    </section>
  );
}
