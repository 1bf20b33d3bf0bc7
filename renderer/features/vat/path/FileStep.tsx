import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate } from '../../../i18n/format.ts';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { ApprovalFacts } from './Approval.tsx';
import { isUndecided } from './Elsewhere.tsx';
import { Evidence } from './Evidence.tsx';
import { FileNotice } from './FileNotice.tsx';
import { Queued } from './Queued.tsx';
import { Refusal } from './Refusal.tsx';
import { ReturnFacts } from './ReturnFacts.tsx';
import classes from './Step.module.css';
import type { StepProps } from './step-props.ts';
import { UnknownOutcome } from './UnknownOutcome.tsx';

/** Step 4: the return goes out once, and its outcome stands here. */
export function FileStep({ view, live, today }: StepProps & { readonly today: LocalDate }): ReactNode {
  const t = useT();
  // The notice of the other filing stands above, with its own ways on.
  const undecided = isUndecided(view);
  return (
    <div className={classes.step}>
      {view.state === 'approved' && !undecided && <FileNotice view={view} live={live} today={today} />}
      {view.state === 'approved' && !undecided && view.error && (
        <Failure error={{ ...view.error, action: 'none' }} testId="outcome-not-sent" />
      )}
      {view.state === 'queued' && !undecided && <Queued view={view} today={today} />}
      {view.state === 'sending' && <Notice tone="accent" title={t('vatView.file.sending')} testId="outcome-sending" />}
      {view.state === 'refused' && <Refusal view={view} />}
      {view.state === 'unknown' && <UnknownOutcome view={view} />}
      {(view.state === 'accepted' || view.state === 'proven') && (
        <Notice tone="accent" title={t('vatView.file.accepted')} testId="outcome-accepted">
          {view.receipt.expectedOn && t('vatView.receipt.expected', { date: formatDate(view.receipt.expectedOn) })}
        </Notice>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <section>
            <h2 className={classes.title}>{t('vatView.file.what')}</h2>
            <ReturnFacts view={view} />
            <ApprovalFacts view={view} />
          </section>
          {view.state !== 'refused' && <PaymentFacts view={view} />}
        </div>
        <Evidence view={view} />
      </div>
    </div>
  );
}
