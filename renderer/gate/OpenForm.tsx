import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { PassphraseField } from '../vault/PassphraseField.tsx';
import classes from './GatePage.module.css';

/** Opens a sealed profile with its passphrase. */
export function OpenForm(): ReactNode {
  const t = useT();
  const unlock = useAct('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '' || unlock.isPending) return;
        unlock.mutate({ passphrase }, { onError: () => field.current?.select() });
      }}
    >
      <PassphraseField
        ref={field}
        label={t('gate.passphrase.label')}
        value={passphrase}
        onValue={setPassphrase}
        error={unlock.error && t.error(unlock.error)}
        errorProps={{ 'data-testid': 'gate-problem' }}
        testId="gate-passphrase"
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={passphrase === ''} loading={unlock.isPending} data-testid="gate-open">
          {t('gate.open')}
        </Button>
      </div>
    </form>
  );
}
