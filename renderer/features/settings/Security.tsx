import type { ReactNode } from 'react';
import type { Settings } from '#shared/contract/settings.ts';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { KeychainSwitch } from './KeychainSwitch.tsx';
import { KeyHolders } from './KeyHolders.tsx';
import { LockSettings } from './LockSettings.tsx';
import { Passphrase } from './Passphrase.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { RestoreBackup } from './RestoreBackup.tsx';
import classes from './SettingsView.module.css';

/** Who holds the profile's key, who gives it back when nobody does, and how a backup takes the profile's place. */
export function Security({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT();
  const { data: vault, error, refetch } = useCall('vault.status', {});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!vault) return <Waiting rows={6} />;
  return (
    <div className={classes.fields}>
      <section>
        <h2 className={classes.heading}>{t('securityView.key')}</h2>
        <KeyHolders vault={vault} />
        <KeychainSwitch vault={vault} />
      </section>
      <Passphrase vault={vault} />
      <section>
        <h2 className={classes.heading}>{t('securityView.code')}</h2>
        <p className={classes.text}>{t(vault.hasCode ? 'securityView.codeThere' : 'securityView.codeMissing')}</p>
        <RecoveryCode hasCode={vault.hasCode} />
      </section>
      <LockSettings settings={settings} />
      <RestoreBackup vault={vault} />
    </div>
  );
}
