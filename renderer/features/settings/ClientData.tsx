import { IconFileZip } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { ClientChoice } from './ClientChoice.tsx';
import classes from './SettingsView.module.css';

/** All that is kept of one client, for the client. */
export function ClientData(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const save = useAct('shell.exportClient');
  const [clientId, setClientId] = useState('');
  const made = save.data?.saved ? save.data : null;
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsRetention.export')}</h2>
      <p className={classes.text}>{t('settingsRetention.exportText')}</p>
      <div className={classes.choice}>
        <ClientChoice value={clientId} onChange={setClientId} testId="client-data" />
        <MayButton
          needs="shell.exportClient"
          h={32}
          leftSection={<IconFileZip size={14} aria-hidden />}
          disabled={clientId === ''}
          loading={save.isPending}
          onClick={() => save.mutate({ clientId }, { onError: problem })}
          data-testid="client-export"
        >
          {t('settingsRetention.exportStart')}
        </MayButton>
        <span className={classes.quiet} role="status">
          {made && t('settingsRetention.exported', { documents: formatCount(made.documents), rows: formatCount(made.rows) })}
        </span>
      </div>
    </section>
  );
}
