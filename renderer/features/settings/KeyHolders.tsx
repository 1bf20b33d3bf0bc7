import { IconFile, IconKey, IconShieldLock, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeyHolder, VaultStatus } from '#shared/contract/vault.ts';
import { useT } from '../../i18n/context.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { keychainLabel } from '../../vault/keychain-name.ts';
import classes from './Security.module.css';
import settings from './SettingsView.module.css';

const ICONS: Readonly<Record<KeyHolder, TablerIcon>> = { file: IconFile, keychain: IconShieldLock, passphrase: IconKey };

/** What gives the key back, and what each means. */
export function KeyHolders({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const { holders, keychain } = vault;
  const meaning = (holder: KeyHolder): string =>
    holder === 'passphrase' && holders.includes('keychain')
      ? t('securityView.holder.passphraseToo')
      : t(`securityView.holder.${holder}Text`);
  return (
    <>
      <p className={settings.text}>{t('securityView.keyText')}</p>
      <ul className={classes.holders} data-testid="security-holder" data-holders={holders.join(' ')}>
        {holders.map((holder) => {
          const Icon = ICONS[holder];
          return (
            <li key={holder} className={classes.holder}>
              <Icon size={16} aria-hidden />
              <div>
                <div className={classes.name}>{t(`securityView.holder.${holder}`, { name: keychainLabel(keychain) })}</div>
                <div className={settings.quiet}>{meaning(holder)}</div>
              </div>
            </li>
          );
        })}
      </ul>
      {holders.includes('file') && (
        <div className={classes.notice}>
          <Notice tone="warn" title={t('securityView.file')} testId="security-file">
            {t('securityView.fileText')}
          </Notice>
        </div>
      )}
    </>
  );
}
