import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { MayButton } from '../../people/MayButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import classes from './Connections.module.css';
import { ConsentCard } from './ConsentCard.tsx';
import { connectionsOf } from './consent-state.ts';
import { InstallationCard } from './InstallationCard.tsx';

/** All consents of the installation, and the way to another. */
export function Connections(): ReactNode {
  const t = useT();
  const list = useCall('identity.list', {});
  const [adding, setAdding] = useState(false);
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Waiting rows={4} />;
  const { consents } = list.data;
  const form = adding || consents.length === 0;
  return (
    <div className={classes.connections} data-testid="connections">
      <p className={classes.text}>{t('identityView.text')}</p>
      {connectionsOf(consents).map((connection) => (
        <ConsentCard key={connection.consent.id} connection={connection} />
      ))}
      {form ? (
        <ConnectForm onBegun={() => setAdding(false)} />
      ) : (
        <div>
          <MayButton
            needs="identity.begin"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
            data-testid="connect-add"
          >
            {t('identityView.add')}
          </MayButton>
        </div>
      )}
      <InstallationCard consents={consents.filter(({ state }) => state === 'active').length} />
    </div>
  );
}
