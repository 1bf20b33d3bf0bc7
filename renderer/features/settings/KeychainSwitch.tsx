import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { useMay } from '../../people/use-may.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { keychainLabel } from '../../vault/keychain-name.ts';
import classes from './SettingsView.module.css';

/** Whether the system's keychain holds the key; only one that something else could hold may be let go of. */
export function KeychainSwitch({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const protect = useAct('vault.protect');
  const { may, why } = useMay('vault.protect');
  const { holders, keychain } = vault;
  const held = holders.includes('keychain');
  const isLast = held && !holders.includes('passphrase');
  if (keychain === null && !held) return <p className={classes.quiet}>{t('securityView.noKeychain')}</p>;
  return (
    <Switch
      checked={held}
      disabled={!may || isLast || protect.isPending}
      onChange={(event) => protect.mutate({ keychain: event.currentTarget.checked }, { onError: problem })}
      label={t('securityView.keychain', { name: keychainLabel(keychain) })}
      description={why ?? t(isLast ? 'securityView.keychainLast' : 'securityView.keychainText')}
      data-testid="security-keychain"
    />
  );
}
