import { Button } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useCall } from '../data/hooks.ts';
import { useT } from '../i18n/context.tsx';
import { formatCount, formatMoment } from '../i18n/format.ts';
import { useProblem } from '../ui/use-problem.ts';
import classes from './SyncState.module.css';

/** When documents last came in, and the button that fetches them. */
export function SyncState(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const sync = useCall('sync.status', {}).data;
  const today = useCall('app.status', {}).data?.today;
  const consents = useCall('identity.list', {}).data?.consents;
  const start = useAct('sync.start');
  const cancel = useAct('sync.cancel');
  if (!sync || !consents) return null;
  if (!consents.some((consent) => consent.state === 'active')) {
    return (
      <Button variant="light" onClick={() => navigate('/settings/connections')} data-testid="sync-connect">
        {t('frame.connect')}
      </Button>
    );
  }
  const working = sync.state === 'idle' || sync.state === 'paused' ? null : sync.state;
  const open = Math.max(0, sync.total.total - sync.total.done - sync.total.failed);
  const words = sync.lastSuccess ? t('frame.synced', { when: formatMoment(sync.lastSuccess, today) }) : t('frame.neverSynced');
  return (
    <div className={classes.state}>
      <span className={classes.words} data-testid="sync-words">
        {working ? t(`frame.sync.${working}`) : words}
        {open > 0 && ` · ${t('frame.waitingCount', { count: formatCount(open) })}`}
      </span>
      {working ? (
        <Button
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => cancel.mutate({}, { onError: problem })}
          data-testid="sync-cancel-top"
        >
          {t('frame.stop')}
        </Button>
      ) : (
        <Button
          leftSection={<IconRefresh size={14} aria-hidden />}
          loading={start.isPending}
          onClick={() => start.mutate({}, { onError: problem })}
          data-testid="sync-start"
        >
          {t('frame.fetchAll')}
        </Button>
      )}
    </div>
  );
}
