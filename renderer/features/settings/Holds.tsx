import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Hold } from '#shared/contract/retention.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { ClientChoice } from './ClientChoice.tsx';
import classes from './SettingsView.module.css';

/** What is kept beyond its time, and why. */
export function Holds({ holds }: { readonly holds: readonly Hold[] }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const lift = useAct('retention.lift');
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsRetention.holds')}</h2>
      <p className={classes.text}>{t('settingsRetention.holdsText')}</p>
      {holds.length === 0 ? (
        <p className={classes.quiet}>{t('settingsRetention.noHolds')}</p>
      ) : (
        <table className={classes.users} data-testid="holds">
          <tbody>
            {holds.map((hold) => (
              <tr key={hold.id}>
                <td>{hold.about}</td>
                <td>{hold.reason}</td>
                <td className={classes.quiet}>{[hold.placedBy, formatInstant(hold.placedAt)].filter(Boolean).join(' · ')}</td>
                <td>
                  <div className={classes.userActions}>
                    <MayButton
                      needs="retention.lift"
                      variant="subtle"
                      color="gray"
                      onClick={() => lift.mutate({ id: hold.id }, { onError: problem })}
                    >
                      {t('settingsRetention.lift')}
                    </MayButton>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewHold />
    </section>
  );
}

function NewHold(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const hold = useAct('retention.hold');
  const [clientId, setClientId] = useState('');
  const [reason, setReason] = useState('');
  const done = (): void => {
    setClientId('');
    setReason('');
  };
  return (
    <form
      className={classes.choice}
      onSubmit={(event) => {
        event.preventDefault();
        hold.mutate({ clientId, reason }, { onError: problem, onSuccess: done });
      }}
    >
      <ClientChoice value={clientId} onChange={setClientId} testId="hold-client" />
      <TextInput
        className={classes.grow ?? ''}
        label={t('settingsRetention.reason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-testid="hold-reason"
      />
      <MayButton
        needs="retention.hold"
        type="submit"
        h={32}
        disabled={clientId === '' || reason.trim() === ''}
        loading={hold.isPending}
        data-testid="hold-add"
      >
        {t('settingsRetention.hold')}
      </MayButton>
    </form>
  );
}
