import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { formatAmount } from '#shared/domain/cents.ts';
import { remarks } from '#shared/vat/rules/evaluate.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { useMay } from '../../../people/use-may.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { SwitchUser } from './Approval.tsx';
import { EditButton } from './EditButton.tsx';
import classes from './Step.module.css';
import type { StepProps } from './step-props.ts';

/** A checked return waits for its signature: by this person, or, said in words, by another. */
export function ApproveNotice({ view, live }: Pick<StepProps, 'view' | 'live'>): ReactNode {
  const t = useT();
  const problem = useProblem();
  const approve = useAct('vat.approve');
  const [asking, setAsking] = useState(false);
  const { grid, cents } = live.totals.balance;
  const sentence = { name: view.clientName, period: formatPeriod(view.periodKey, t), amount: formatAmount(cents) };
  const { obstacle } = view.approval;
  const role = useMay('vat.approve');
  const notes = remarks(live.findings).length;
  const may = view.allowed.includes('approve') && obstacle === null && role.may;
  const confirm = (): void =>
    approve.mutate({ id: view.id, version: view.version }, { onError: problem, onSettled: () => setAsking(false) });
  return (
    <>
      <Notice
        tone={may ? 'accent' : 'warn'}
        title={t('vatView.review.title')}
        testId="approve-notice"
        actions={
          <>
            {may && (
              <Button variant="filled" onClick={() => setAsking(true)} data-testid="btn-approve" data-primary>
                {t('vatView.approve.button')}
              </Button>
            )}
            {!may && (obstacle !== null || !role.may) && <SwitchUser view={view} />}
            <EditButton view={view} label={t('vatView.edit')} />
          </>
        }
      >
        {notes > 0 && (
          <p className={classes.remarks} data-testid="approve-remarks">
            {t('vatRemarks.read', { count: notes })} · <Link to={`/vat/return/${view.id}/checks`}>{t('vatRemarks.toChecks')}</Link>
          </p>
        )}
        {may
          ? t('vatView.review.text')
          : !role.may
            ? role.why
            : obstacle === null
              ? t('vatView.review.notYou')
              : t.error({ code: obstacle, retryable: false, action: 'none', params: {} })}
      </Notice>
      <Confirm
        open={asking}
        title={t('vatView.approve.title')}
        action={t('vatView.approve.button')}
        busy={approve.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        testId="btn-approve-confirm"
      >
        <p>{t(grid === '71' ? 'vatView.approve.pay' : 'vatView.approve.receive', sentence)}</p>
        {notes > 0 && <p className={classes.remarks}>{t('vatRemarks.read', { count: notes })}</p>}
        <p>{t('vatView.approve.text')}</p>
      </Confirm>
    </>
  );
}
