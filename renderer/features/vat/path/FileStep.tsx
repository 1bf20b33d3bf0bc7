import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatPeriod } from '../../../i18n/format.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { EditButton } from './EditButton.tsx';
import { Evidence } from './Evidence.tsx';
import { Refusal } from './Refusal.tsx';
import classes from './Step.module.css';
import type { StepProps } from './step-props.ts';
import { UnknownOutcome } from './UnknownOutcome.tsx';

/** Step 4: the return goes out once, and its outcome stands here. */
export function FileStep({ view, live, today }: StepProps & { readonly today: LocalDate }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const file = useAct('vat.file');
  const [asking, setAsking] = useState(false);
  const { grid, cents } = live.totals.balance;
  const sentence = { name: view.clientName, period: formatPeriod(view.periodKey, t), amount: formatAmount(cents) };
  const words = t(grid === '71' ? 'vatView.file.pay' : 'vatView.file.receive', sentence);
  const confirm = (): void =>
    file.mutate(
      { id: view.id, version: view.version },
      {
        onSuccess: (after) => {
          if (after.state === 'accepted') navigate(`/vat/return/${view.id}/receipt`, { replace: true });
        },
        onError: problem,
        onSettled: () => setAsking(false),
      },
    );
  const late = today > view.deadline.effective;
  return (
    <div className={classes.step}>
      {view.state === 'approved' && (
        <Notice
          tone={late ? 'danger' : 'accent'}
          title={words}
          actions={
            <>
              <Button variant="filled" disabled={!view.allowed.includes('send')} onClick={() => setAsking(true)} data-testid="btn-file">
                {t('vatView.file.button')}
              </Button>
              <EditButton view={view} label={t('vatView.edit')} />
            </>
          }
        >
          {late ? t('vatView.file.late', { date: formatDate(view.deadline.effective) }) : t('vatView.file.text')}
        </Notice>
      )}
      {view.state === 'approved' && view.error && <Failure error={{ ...view.error, action: 'none' }} testId="outcome-not-sent" />}
      {view.state === 'sending' && <Notice tone="accent" title={t('vatView.file.sending')} testId="outcome-sending" />}
      {view.state === 'refused' && <Refusal view={view} />}
      {view.state === 'unknown' && <UnknownOutcome view={view} />}
      {(view.state === 'accepted' || view.state === 'proven') && (
        <Notice tone="accent" title={t('vatView.file.accepted')} testId="outcome-accepted">
          {view.receipt.expectedOn && t('vatView.receipt.expected', { date: formatDate(view.receipt.expectedOn) })}
        </Notice>
      )}
      <div className={classes.columns}>
        <section>
          <h2 className={classes.title}>{t('vatView.file.what')}</h2>
          <Facts
            items={[
              [t('vatView.form.declarant'), view.clientName],
              [t('vatView.form.period'), formatPeriod(view.periodKey, t)],
              [t(grid === '71' ? 'vatView.toPay' : 'vatView.toReceive'), formatAmount(cents)],
              ['SHA-256', view.sha256 && <span className={classes.hash}>{view.sha256}</span>],
            ]}
          />
          {view.state !== 'refused' && <PaymentFacts view={view} />}
        </section>
        <Evidence view={view} />
      </div>
      <Confirm
        open={asking}
        title={t('vatView.file.title')}
        action={t('vatView.file.button')}
        busy={file.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        testId="btn-file-confirm"
      >
        <p>{words}</p>
        <p>{t('vatView.file.once')}</p>
      </Confirm>
    </div>
  );
}
