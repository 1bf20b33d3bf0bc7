import { Button } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { daysBetween } from '#shared/domain/local-date.ts';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { dateOfInstant, formatInstant } from '../i18n/format.ts';
import { useProblem } from '../ui/use-problem.ts';
import { BackupState } from './BackupState.tsx';
import { BatchState } from './BatchState.tsx';
import classes from './StatusBar.module.css';
import { SyncProgress } from './SyncProgress.tsx';

/** What runs, how long the consent lasts and, in the sandbox, the simulated clock. */
export function StatusBar(): ReactNode {
  return (
    <footer className={classes.bar} data-testid="status-bar">
      <SyncProgress />
      <div className={classes.right}>
        <BatchState />
        <BackupState />
        <ConsentLeft />
        <SandboxClock />
      </div>
    </footer>
  );
}

function ConsentLeft(): ReactNode {
  const t = useT();
  const today = useCall('app.status', {}).data?.today;
  const consents = useCall('identity.list', {}).data?.consents ?? [];
  const soonest = consents
    .filter((consent) => consent.state === 'active' && consent.expiresAt)
    .map((consent) => consent.expiresAt ?? '')
    .sort()[0];
  if (!soonest || !today) return null;
  const days = daysBetween(today, dateOfInstant(soonest));
  return (
    <Link to="/settings/connections" className={classes.link} data-tone={days <= 2 ? 'warn' : undefined} data-testid="consent-left">
      {t('frame.consentLeft', { days: Math.max(0, days) })}
    </Link>
  );
}

function SandboxClock(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const status = useCall('app.status', {}).data;
  const advance = useAct('sandbox.advance');
  if (status?.environment !== 'sandbox') return null;
  return (
    <span className={classes.clock}>
      <span data-testid="sandbox-clock">{t('frame.clock', { now: formatInstant(status.now) })}</span>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlayerTrackNext size={12} aria-hidden />}
        loading={advance.isPending}
        onClick={() => advance.mutate({ days: 1 }, { onError: problem })}
        data-testid="sandbox-next-day"
      >
        {t('frame.nextDay')}
      </Button>
    </span>
  );
}
