import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CodeField, isAboutCode } from '../vault/CodeField.tsx';
import { NewPassphrase } from '../vault/NewPassphrase.tsx';
import { needsPassphrase } from '../vault/needs-passphrase.ts';
import classes from './GatePage.module.css';

/** Opens the profile with its recovery code, and has its key held again. */
export function RecoverForm({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const recover = useAct('vault.recover');
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const wantsPassphrase = needsPassphrase(vault, recover.error);
  const error = recover.error && !isAboutCode(recover.error) && recover.error.code !== 'vault.passphraseNeeded' ? recover.error : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (code.trim() === '' || recover.isPending || (wantsPassphrase && passphrase === null)) return;
        recover.mutate({ code, ...(wantsPassphrase && passphrase !== null ? { passphrase } : {}) });
      }}
    >
      <CodeField value={code} onValue={setCode} error={recover.error} testId="gate-code" problemId="gate-problem" />
      {wantsPassphrase && (
        <>
          <p className={classes.text}>{t('gate.passphrase.needed')}</p>
          <NewPassphrase onValue={setPassphrase} tried={tried} />
        </>
      )}
      {error && <Notice tone="danger" title={t.error(error)} testId="gate-problem" />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={code.trim() === ''} loading={recover.isPending} data-testid="gate-recover">
          {t('gate.open')}
        </Button>
        {!wantsPassphrase && vault.keychain !== null && <span className={classes.quiet}>{t('gate.code.heldAgain')}</span>}
      </div>
    </form>
  );
}
