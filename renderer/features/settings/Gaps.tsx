import { Button } from '@mantine/core';
import { IconCheck, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatEnterpriseNumber } from '#shared/domain/enterprise-number.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './SettingsView.module.css';

/** Days that no search covered before they left SPF's window: what was shown then must be looked up in MyMinfin by hand. */
export function Gaps(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const { data, error, refetch } = useCall('sync.gaps', {});
  const acknowledge = useAct('sync.acknowledgeGap');
  const portal = useAct('shell.openPortal');
  return (
    <section data-testid="gaps">
      <h2 className={classes.heading}>{t('settingsArchive.gaps.title')}</h2>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && data.gaps.length === 0 && <p className={classes.text}>{t('settingsArchive.gaps.none')}</p>}
      {data && data.gaps.length > 0 && (
        <>
          <p className={classes.text}>{t('settingsArchive.gaps.text')}</p>
          <table className={classes.users}>
            <thead>
              <tr>
                <th scope="col">{t('settingsArchive.gaps.days')}</th>
                <th scope="col">{t('settingsArchive.gaps.whose')}</th>
                <th scope="col">{t('settingsArchive.gaps.state')}</th>
              </tr>
            </thead>
            <tbody>
              {data.gaps.map((gap) => (
                <tr key={gap.id} data-testid="gap-row">
                  <td>{t('settingsArchive.gaps.span', { from: formatDate(gap.from), until: formatDate(gap.until) })}</td>
                  <td>
                    {gap.name} <span className={classes.quiet}>{formatEnterpriseNumber(gap.enterpriseNumber)}</span>
                  </td>
                  <td>
                    {gap.acknowledgedAt ? (
                      <Chip icon={<IconCheck />}>
                        {t('settingsArchive.gaps.seen', { who: gap.acknowledgedBy ?? '–', when: formatInstant(gap.acknowledgedAt) })}
                      </Chip>
                    ) : (
                      <MayButton
                        needs="sync.acknowledgeGap"
                        onClick={() => acknowledge.mutate({ id: gap.id }, { onError: problem })}
                        loading={acknowledge.isPending && acknowledge.variables.id === gap.id}
                        data-testid="gap-acknowledge"
                      >
                        {t('settingsArchive.gaps.acknowledge')}
                      </MayButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button
            leftSection={<IconExternalLink size={14} aria-hidden />}
            onClick={() => portal.mutate({}, { onError: problem })}
            data-testid="gaps-portal"
          >
            {t('settingsArchive.gaps.portal')}
          </Button>
        </>
      )}
    </section>
  );
}
