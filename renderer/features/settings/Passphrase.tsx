import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { NewPassphrase } from '../../vault/NewPassphrase.tsx';
import classes from './SettingsView.module.css';

/** Sets, changes or removes the passphrase of an open profile. */
export function Passphrase({ vault }: { readonly vault: VaultStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const protect = useAct('vault.protect');
  const [step, setStep] = useState<'none' | 'choose' | 'remove'>('none');
  const keychain = vault.holders.includes('keychain');
  const isSet = vault.holders.includes('passphrase');
  const done = (): void => setStep('none');
  return (
    <section>
      <h2 className={classes.heading}>{t('securityView.passphrase')}</h2>
      {isSet && !keychain && <p className={classes.text}>{t('securityView.passphraseLast')}</p>}
      {step === 'choose' ? (
        <PassphraseForm keychain={keychain} onDone={done} />
      ) : (
        <div className={classes.row}>
          <MayButton
            needs="vault.protect"
            leftSection={<IconKey size={14} aria-hidden />}
            onClick={() => setStep('choose')}
            data-testid="security-passphrase"
          >
            {t(isSet ? 'securityView.change' : 'securityView.set')}
          </MayButton>
          {isSet && keychain && (
            <MayButton needs="vault.protect" onClick={() => setStep('remove')} data-testid="security-passphrase-remove">
              {t('securityView.remove')}
            </MayButton>
          )}
        </div>
      )}
      <Confirm
        open={step === 'remove'}
        title={t('securityView.removeAction')}
        action={t('securityView.removeAction')}
        danger={!vault.hasCode}
        busy={protect.isPending}
        onConfirm={() => protect.mutate({ keychain, passphrase: null }, { onError: problem, onSettled: done })}
        onClose={done}
        testId="security-passphrase-removed"
      >
        <p>{t('securityView.removeText')}</p>
        <p>{t(vault.hasCode ? 'securityView.removeCode' : 'securityView.removeNoCode')}</p>
      </Confirm>
    </section>
  );
}

function PassphraseForm({ keychain, onDone }: { readonly keychain: boolean; readonly onDone: () => void }): ReactNode {
  const t = useT();
  const protect = useAct('vault.protect');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  return (
    <form
      className={classes.job}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (passphrase !== null && !protect.isPending) protect.mutate({ keychain, passphrase }, { onSuccess: onDone });
      }}
    >
      <NewPassphrase onValue={setPassphrase} tried={tried} focused />
      {protect.error && <Failure error={protect.error} />}
      <div className={classes.row}>
        <MayButton needs="vault.protect" type="submit" variant="filled" loading={protect.isPending} data-testid="security-passphrase-save">
          {t('securityView.save')}
        </MayButton>
        <Button onClick={onDone}>{t('frame.back')}</Button>
      </div>
    </form>
  );
}
