import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './Connect.module.css';
import { ConnectForm } from './ConnectForm.tsx';
import { ConsentCard } from './ConsentCard.tsx';
import { connectionsOf } from './consent-state.ts';

/** The first two steps of a new installation: consent, then the first load. */
export function Connect(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const consents = useCall('identity.list', {}).data?.consents ?? [];
  const sync = useCall('sync.status', {}).data;
  const start = useAct('sync.start');
  const active = consents.some((consent) => consent.state === 'active');
  const running = sync && sync.state !== 'idle' && sync.state !== 'paused';
  const others = consents.filter((consent) => consent.state !== 'active');
  return (
    <div className={classes.connect} data-testid="onboarding">
      <h2 className={classes.title}>{t('identityView.welcome')}</h2>
      <p className={classes.lead}>{t('identityView.welcomeText')}</p>
      <ol className={classes.steps}>
        <li className={classes.step} data-done={active || undefined}>
          <span className={classes.number} aria-hidden>
            1
          </span>
          <div className={classes.body}>
            <h3 className={classes.name}>{t(active ? 'identityView.step.connected' : 'identityView.step.connect')}</h3>
            {!active && (
              <>
                <p className={classes.text}>{t('identityView.text')}</p>
                {connectionsOf(others).map((connection) => (
                  <ConsentCard key={connection.consent.id} connection={connection} />
                ))}
                {!others.some((consent) => consent.state === 'pending') && <ConnectForm />}
              </>
            )}
          </div>
        </li>
        <li className={classes.step} data-later={!active || undefined}>
          <span className={classes.number} aria-hidden>
            2
          </span>
          <div className={classes.body}>
            <h3 className={classes.name}>{t('identityView.step.fetch')}</h3>
            <p className={classes.text}>
              {running && sync.total.total > 0
                ? t('frame.ofTotal', { done: formatCount(sync.total.done), total: formatCount(sync.total.total) })
                : t('identityView.step.fetchText')}
            </p>
            {active && (
              <div>
                <Button
                  variant="filled"
                  loading={start.isPending || Boolean(running)}
                  onClick={() => start.mutate({}, { onError: problem })}
                  data-testid="onboarding-sync"
                >
                  {t('frame.fetchAll')}
                </Button>
              </div>
            )}
          </div>
        </li>
      </ol>
    </div>
  );
}
