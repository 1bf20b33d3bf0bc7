import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../../i18n/context.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ReadableForm } from '../options/ReadableForm.tsx';
import { Papers } from '../papers/Papers.tsx';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { SignOff } from '../papers/SignOff.tsx';
import { ApprovalFacts } from './Approval.tsx';
import { ApproveNotice } from './ApproveNotice.tsx';
import { isUndecided } from './Elsewhere.tsx';
import { LockedNote } from './LockedNote.tsx';
import classes from './Step.module.css';
import type { StepProps } from './step-props.ts';
import { XmlText } from './XmlText.tsx';

/** Step 3: the exact bytes beside what they say, and the signature of a second pair of eyes. */
export function ReviewStep({ view, draft, live, today }: StepProps & { readonly today: LocalDate }): ReactNode {
  const t = useT();
  return (
    <div className={classes.step}>
      {isUndecided(view) ? null : view.state === 'draft' ? (
        <Notice tone="plain" title={t('vatView.review.draft')} />
      ) : view.state === 'ready' ? (
        <ApproveNotice view={view} live={live} />
      ) : (
        <LockedNote view={view} />
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <section>
            <h2 className={classes.title}>{t('vatView.review.form')}</h2>
            <ReadableForm view={view} content={draft.content} />
          </section>
          <PaymentFacts view={view} />
        </div>
        <div className={classes.stack}>
          <section>
            <h2 className={classes.title}>{t('vatPathView.approval')}</h2>
            <ApprovalFacts view={view} />
          </section>
          <Papers view={view} />
          <SignOff view={view} today={today} />
          <XmlText view={view} />
        </div>
      </div>
    </div>
  );
}
