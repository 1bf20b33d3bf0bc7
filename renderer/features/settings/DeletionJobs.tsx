import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { DeletionJob } from '#shared/contract/retention.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatBytes, formatDate, formatInstant } from '../../i18n/format.ts';
import { MayButton } from '../../people/MayButton.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import classes from './SettingsView.module.css';

/** Deletions proposed, decided and done, the newest first. */
export function DeletionJobs({ jobs }: { readonly jobs: readonly DeletionJob[] }): ReactNode {
  return jobs.map((job) => <Job key={job.id} job={job} />);
}

function Job({ job }: { readonly job: DeletionJob }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const approve = useAct('retention.approve');
  const reject = useAct('retention.reject');
  const [shown, setShown] = useState(job.state === 'proposed');
  const [asking, setAsking] = useState(false);
  const { id, state, documents, bytes, erased, kept } = job;
  const who = job.proposedBy ?? '';
  return (
    <article className={classes.job} data-testid="deletion-job">
      <div className={classes.row}>
        <strong>{t('settingsRetention.job', { count: documents, size: formatBytes(bytes) })}</strong>
        <span data-testid="deletion-state">
          {state === 'done' ? t('settingsRetention.state.done', { erased, kept }) : t(`settingsRetention.state.${state}`)}
        </span>
        <span className={classes.quiet}>{t('settingsRetention.proposedBy', { who, when: formatInstant(job.proposedAt) })}</span>
      </div>
      <div className={classes.row}>
        <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
          {t(shown ? 'settingsRetention.hide' : 'settingsRetention.show')}
        </Button>
        {state === 'proposed' && (
          <>
            <MayButton
              needs="retention.approve"
              disabled={!job.mayApprove}
              color="red"
              onClick={() => setAsking(true)}
              data-testid="deletion-approve"
            >
              {t('settingsRetention.approve')}
            </MayButton>
            <MayButton
              needs="retention.reject"
              variant="subtle"
              color="gray"
              onClick={() => reject.mutate({ id }, { onError: problem })}
              data-testid="deletion-reject"
            >
              {t('settingsRetention.reject')}
            </MayButton>
            {!job.mayApprove && <span className={classes.quiet}>{t('settingsRetention.another', { who })}</span>}
          </>
        )}
      </div>
      {shown && <Items id={id} />}
      <Confirm
        open={asking}
        danger
        title={t('settingsRetention.approve')}
        action={t('settingsRetention.approve')}
        busy={approve.isPending}
        onConfirm={() => approve.mutate({ id }, { onError: problem, onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
        testId="deletion-confirm"
      >
        {t('settingsRetention.approveText', { count: documents })}
      </Confirm>
    </article>
  );
}

function Items({ id }: { readonly id: string }): ReactNode {
  const t = useT();
  const items = useCall('retention.items', { id }).data?.items;
  if (!items) return <Waiting rows={3} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <section className={classes.scroll} aria-label={t('settingsRetention.items')} tabIndex={0}>
      <table className={classes.users} data-testid="deletion-items">
        <thead>
          <tr>
            <th scope="col">{t('settingsRetention.col.document')}</th>
            <th scope="col">{t('settingsRetention.client')}</th>
            <th scope="col">{t('settingsRetention.col.date')}</th>
            <th scope="col">{t('settingsRetention.col.until')}</th>
            <th scope="col">{t('settingsRetention.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.documentId}>
              <td>
                {item.label[t.locale]}
                {item.copies.map((copy) => (
                  <div key={copy} className={classes.quiet}>
                    {copy}
                  </div>
                ))}
              </td>
              <td>{item.clientName}</td>
              <td>{formatDate(item.modifiedOn)}</td>
              <td>{formatDate(item.keptUntil)}</td>
              <td>
                {item.reason
                  ? t.error({ code: item.reason, retryable: false, action: 'none', params: {} })
                  : t(`settingsRetention.item.${item.state}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
