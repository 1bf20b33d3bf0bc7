import { IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Installation } from '#shared/contract/identity.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './ConsentCard.module.css';
import installed from './InstallationCard.module.css';

/** The key by which SPF Finances knows this installation: what it is, a new one, and its end. */
export function InstallationCard({ consents }: { readonly consents: number }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data } = useCall('identity.installation', {});
  const rotate = useAct('identity.rotateKey');
  const revoke = useAct('identity.revokeInstallation');
  const [asking, setAsking] = useState(false);
  if (!data) return null;
  return (
    <section className={classes.card} data-testid="installation">
      <h2 className={installed.title}>{t('installationView.title')}</h2>
      <p className={classes.text}>{t('installationView.text')}</p>
      {data.kid === null ? (
        <p className={classes.text}>{t('installationView.none')}</p>
      ) : (
        <>
          <Facts installation={data} kid={data.kid} />
          {data.rotating && <p className={classes.text}>{t('installationView.rotating')}</p>}
          {data.former && <p className={classes.text}>{t('installationView.former', { when: formatInstant(data.former.until) })}</p>}
          <p className={classes.text}>{t('installationView.rotateText')}</p>
          <div className={classes.actions}>
            <MayButton
              needs="identity.rotateKey"
              leftSection={<IconRefresh size={14} aria-hidden />}
              loading={rotate.isPending}
              onClick={() => rotate.mutate({}, { onError: problem })}
              data-testid="installation-rotate"
            >
              {t('installationView.rotate')}
            </MayButton>
            <MayButton
              needs="identity.revokeInstallation"
              variant="subtle"
              color="gray"
              onClick={() => setAsking(true)}
              data-testid="installation-revoke"
            >
              {t('installationView.revoke')}
            </MayButton>
          </div>
        </>
      )}
      <Confirm
        open={asking}
        danger
        title={t('installationView.revoke')}
        action={t('installationView.revoke')}
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate({}, { onError: problem, onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
        testId="installation-revoke-confirm"
      >
        {t('installationView.revokeText', { count: consents })}
      </Confirm>
    </section>
  );
}

function Facts({ installation, kid }: { readonly installation: Installation; readonly kid: string }): ReactNode {
  const t = useT();
  const { registeredAt, relay, clientId } = installation;
  return (
    <dl className={installed.facts}>
      <dt>{t('installationView.key')}</dt>
      <dd className={installed.code} title={kid} data-testid="installation-kid">
        {kid}
      </dd>
      <dt>{t('installationView.registered')}</dt>
      <dd>{registeredAt === null ? t('installationView.notRegistered') : formatInstant(registeredAt)}</dd>
      {relay !== null && (
        <>
          <dt>{t('installationView.relay')}</dt>
          <dd className={installed.code}>{relay}</dd>
        </>
      )}
      {clientId !== null && (
        <>
          <dt>{t('installationView.client')}</dt>
          <dd className={installed.code}>{clientId}</dd>
        </>
      )}
    </dl>
  );
}
