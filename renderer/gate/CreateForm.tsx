import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { Notice } from '../ui/Notice.tsx';
import { NewPassphrase } from '../vault/NewPassphrase.tsx';
import classes from './GatePage.module.css';

/** Gives a new profile its passphrase. */
export function CreateForm(): ReactNode {
  const t = useT();
  const create = useAct('vault.create');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (passphrase !== null && !create.isPending) create.mutate({ passphrase });
      }}
    >
      <NewPassphrase onValue={setPassphrase} tried={tried} focused />
      <Notice tone="warn" title={t('gate.create.warning')}>
        {t('gate.create.warningText')}
      </Notice>
      {create.error && <Notice tone="danger" title={t.error(create.error)} testId="gate-problem" />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={create.isPending} data-testid="gate-create">
          {t('gate.create.action')}
        </Button>
      </div>
    </form>
  );
}
