import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { LockStatus } from '#shared/contract/lock.ts';
import { useCall } from '../data/hooks.ts';
import { useReady } from '../data/ready.ts';
import { useT } from '../i18n/context.tsx';
import { WholeWindow } from '../shell/WholeWindow.tsx';
import { LockForm } from './LockForm.tsx';
import classes from './LockScreen.module.css';
import { OtherUser } from './OtherUser.tsx';

/** The whole window while it is locked: which world this is, and who may open it. */
export function LockScreen({ status }: { readonly status: LockStatus }): ReactNode {
  const t = useT();
  const environment = useCall('vault.status', {}).data?.environment;
  const [chosen, setChosen] = useState<string | null>(null);
  useReady(true);
  const people = [status.user, ...status.others];
  const user = people.find(({ id }) => id === chosen) ?? status.user;
  const by = user.id === status.user.id && status.by === 'passphrase' ? 'passphrase' : 'pin';
  return (
    <WholeWindow environment={environment} testId="lock">
      <main className={classes.main}>
        <div className={classes.sheet}>
          <h1 className={classes.title}>
            <IconLock size={14} aria-hidden />
            {t('lock.title')}
          </h1>
          <span className={classes.initials} aria-hidden>
            {user.initials}
          </span>
          <p className={classes.name} data-testid="lock-user">
            {user.name}
          </p>
          <LockForm key={`${user.id} ${by}`} user={user} by={by} isCurrent={user.id === status.user.id}>
            <OtherUser people={people.filter(({ id }) => id !== user.id)} onChoose={setChosen} />
          </LockForm>
        </div>
        <p className={classes.works}>{t('lock.works')}</p>
      </main>
    </WholeWindow>
  );
}
