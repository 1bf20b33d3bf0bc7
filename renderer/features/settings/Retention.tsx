import { IconListCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RetentionStatus } from '#shared/contract/retention.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount, formatDate } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { ClientData } from './ClientData.tsx';
import { DeletionJobs } from './DeletionJobs.tsx';
import { Holds } from './Holds.tsx';
import classes from './SettingsView.module.css';

/** How long documents stay, what is held, and the one way to delete. */
export function Retention(): ReactNode {
  const t = useT();
  const { data: status, error, refetch } = useCall('retention.status', {});
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!status) return <Waiting rows={6} />;
  return (
    <div className={classes.fields}>
      <p className={classes.text}>{t('settingsRetention.text')}</p>
      <Due status={status} />
      <Rules rules={status.rules} />
      <Holds holds={status.holds} />
      <ClientData />
    </div>
  );
}

function Due({ status }: { readonly status: RetentionStatus }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const propose = useAct('retention.propose');
  const isOpen = status.jobs.some(({ state }) => state === 'proposed' || state === 'approved');
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsRetention.due')}</h2>
      <p className={classes.text} data-testid="retention-due">
        {t('settingsRetention.dueCount', { count: status.due, shown: formatCount(status.due) })}{' '}
        {status.nextOn && t('settingsRetention.nextOn', { day: formatDate(status.nextOn) })}
      </p>
      {status.due > 0 && !isOpen && (
        <MayButton
          needs="retention.propose"
          leftSection={<IconListCheck size={14} aria-hidden />}
          loading={propose.isPending}
          onClick={() => propose.mutate({}, { onError: problem })}
          data-testid="retention-propose"
        >
          {t('settingsRetention.propose')}
        </MayButton>
      )}
      <DeletionJobs jobs={status.jobs} />
    </section>
  );
}

function Rules({ rules }: { readonly rules: RetentionStatus['rules'] }): ReactNode {
  const t = useT();
  return (
    <section>
      <h2 className={classes.heading}>{t('settingsRetention.rules')}</h2>
      <p className={classes.text}>{t('settingsRetention.rulesText')}</p>
      <table className={classes.users} data-testid="retention-rules">
        <thead>
          <tr>
            <th scope="col">{t('settingsRetention.col.group')}</th>
            <th scope="col" className={classes.figure}>
              {t('settingsRetention.col.years')}
            </th>
            <th scope="col">{t('settingsRetention.col.from')}</th>
            <th scope="col">{t('settingsRetention.col.source')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rules]
            .sort((a, b) => Number(a.group === null) - Number(b.group === null))
            .map(({ group, years, from, until, source }) => (
              <tr key={`${group ?? ''} ${from}`}>
                <td>{group ? t(`documentsView.group.${group}`) : t('settingsRetention.others')}</td>
                <td className={classes.figure}>{years}</td>
                <td>{t('settingsRetention.span', { from: formatDate(from), until: until ? formatDate(until) : 'none' })}</td>
                <td className={classes.quiet}>{source}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
