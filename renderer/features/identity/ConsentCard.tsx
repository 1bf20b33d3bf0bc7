import { IconLink } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { type ErrorShape, toErrorShape } from '#shared/domain/errors.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { dateOfInstant, formatDistance, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './ConsentCard.module.css';
import { CONSENT_STATES, type Connection, endsSoon } from './consent-state.ts';
import { PendingConsent } from './PendingConsent.tsx';
import { useConnect } from './use-connect.ts';

/** The way to the connections is superfluous among them. */
const here = (error: ErrorShape): ErrorShape => (error.action === 'connect' ? { ...error, action: 'none' } : error);

/** One connection: what it opens, how long, and what can be done about it. */
export function ConsentCard({ connection }: { readonly connection: Connection }): ReactNode {
  const { consent, attempt } = connection;
  const t = useT();
  const problem = useProblem();
  const today = useCall('app.status', {}).data?.today;
  const clients = useCall('clients.list', {}).data?.clients;
  const renewal = useConnect();
  const forget = useAct('identity.forget');
  const [asking, setAsking] = useState(false);
  const error = consent.error ?? attempt?.error;
  const { icon: Icon, tone } = CONSENT_STATES[consent.state];
  const number = formatEnterpriseNumber(consent.enterpriseNumber);
  const name = clients?.find((client) => client.enterpriseNumber === consent.enterpriseNumber)?.name;
  return (
    <article className={classes.card} data-testid={`consent-${consent.state}`}>
      <header className={classes.head}>
        <div className={classes.who}>
          <span className={classes.name}>{name ?? number}</span>
          {name && <span className={classes.number}>{number}</span>}
        </div>
        <Chip tone={tone} icon={<Icon />} testId={`state-${consent.state}`}>
          {t(`identityView.state.${consent.state}`)}
        </Chip>
      </header>
      <p className={classes.text}>{t(`identityView.kind.${consent.kind}Text`)}</p>
      {consent.state === 'active' && (
        <p className={classes.text}>
          {[
            consent.grantedAt && t('identityView.granted', { when: formatInstant(consent.grantedAt) }),
            consent.expiresAt &&
              today &&
              t('identityView.expires', {
                when: formatInstant(consent.expiresAt),
                distance: formatDistance(today, dateOfInstant(consent.expiresAt), t),
              }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {today && consent.expiresAt && endsSoon(consent, today) && (
        <Notice
          tone="warn"
          title={t('installationView.endsSoon', { distance: formatDistance(today, dateOfInstant(consent.expiresAt), t) })}
          testId="consent-ends-soon"
        />
      )}
      {consent.state === 'pending' && <PendingConsent consent={consent} />}
      {consent.state === 'expired' && <p className={classes.text}>{t('identityView.expiredText')}</p>}
      {error && <Failure error={here(error)} />}
      {attempt?.state === 'pending' && <PendingConsent consent={attempt} />}
      {renewal.error && !error && <Failure error={here(toErrorShape(renewal.error))} />}
      {consent.state !== 'pending' && attempt?.state !== 'pending' && (
        <div className={classes.actions}>
          <MayButton
            needs="identity.renew"
            variant={consent.state === 'active' ? 'default' : 'filled'}
            loading={renewal.busy}
            onClick={() => void renewal.renew(consent.id, 'open')}
            data-testid="consent-renew"
          >
            {t(consent.state === 'failed' ? 'identityView.again' : 'identityView.renew')}
          </MayButton>
          {error?.code === 'identity.invalid_scope' && (
            <MayButton
              needs="identity.renew"
              leftSection={<IconLink size={14} aria-hidden />}
              loading={renewal.busy}
              onClick={() => void renewal.renew(consent.id, 'link')}
              data-testid="consent-link"
            >
              {t('installationView.link')}
            </MayButton>
          )}
          <MayButton needs="identity.forget" variant="subtle" color="gray" onClick={() => setAsking(true)} data-testid="consent-forget">
            {t('identityView.forget')}
          </MayButton>
        </div>
      )}
      <Confirm
        open={asking}
        danger
        title={t('identityView.forget')}
        action={t('identityView.forget')}
        busy={forget.isPending}
        onConfirm={() => forget.mutate({ id: consent.id }, { onError: problem, onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
        testId="consent-forget-confirm"
      >
        {t('identityView.forgetText', { number })}
      </Confirm>
    </article>
  );
}
