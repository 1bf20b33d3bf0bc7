import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatAmount } from '#shared/domain/cents.ts';
import { useAct, useCall } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatPeriod } from '../../../i18n/format.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { Waiting } from '../../../ui/Waiting.tsx';
import { ReadableForm } from '../options/ReadableForm.tsx';
import { PaymentFacts } from '../papers/PaymentFacts.tsx';
import { EditButton } from './EditButton.tsx';
import { LockedNote } from './LockedNote.tsx';
import classes from './Step.module.css';
import type { StepProps } from './step-props.ts';

/** Step 3: the exact bytes beside what they say, and the signature of a second pair of eyes. */
export function ReviewStep({ view, draft, live }: StepProps): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const xml = useCall('vat.xml', { id: view.id });
  const approve = useAct('vat.approve');
  const save = useAct('shell.saveXml');
  const [asking, setAsking] = useState(false);
  const { grid, cents } = live.totals.balance;
  const sentence = { name: view.clientName, period: formatPeriod(view.periodKey, t), amount: formatAmount(cents) };
  const words = t(grid === '71' ? 'vatView.approve.pay' : 'vatView.approve.receive', sentence);
  const confirm = (): void =>
    approve.mutate(
      { id: view.id, version: view.version },
      {
        onSuccess: () => void navigate(`/vat/return/${view.id}/file`, { replace: true }),
        onError: problem,
        onSettled: () => setAsking(false),
      },
    );
  return (
    <div className={classes.step}>
      {view.state === 'draft' && <Notice tone="plain" title={t('vatView.review.draft')} />}
      {view.state === 'ready' && (
        <Notice
          tone="accent"
          title={t('vatView.review.title')}
          actions={
            <>
              <Button
                variant="filled"
                disabled={!view.allowed.includes('approve')}
                onClick={() => setAsking(true)}
                data-testid="btn-approve"
              >
                {t('vatView.approve.button')}
              </Button>
              <EditButton view={view} label={t('vatView.edit')} />
            </>
          }
        >
          {t(view.allowed.includes('approve') ? 'vatView.review.text' : 'vatView.review.notYou')}
        </Notice>
      )}
      {view.state !== 'draft' && view.state !== 'ready' && <LockedNote view={view} />}
      <div className={classes.columns}>
        <section>
          <h2 className={classes.title}>{t('vatView.review.form')}</h2>
          <ReadableForm view={view} content={draft.content} />
          <PaymentFacts view={view} />
        </section>
        <section>
          <h2 className={classes.title}>{t(xml.data?.frozen ? 'vatView.review.xmlFrozen' : 'vatView.review.xml')}</h2>
          {xml.error && <Failure error={xml.error} onRetry={() => void xml.refetch()} />}
          {!xml.data && !xml.error && <Waiting rows={6} />}
          {xml.data && (
            <>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys must be able to scroll the text */}
              <pre className={classes.xml} tabIndex={0} data-testid="vat-xml">
                {xml.data.xml}
              </pre>
              <div className={classes.hash} data-testid="vat-sha256">
                SHA-256 {xml.data.sha256}
              </div>
              <div className={classes.tools}>
                <CopyButton text={() => xml.data?.xml ?? ''} label={t('vatView.review.copyXml')} />
                <Button
                  leftSection={<IconDeviceFloppy size={14} aria-hidden />}
                  onClick={() => save.mutate({ id: view.id }, { onError: problem })}
                  data-testid="vat-save-xml"
                >
                  {t('vatView.review.saveXml')}
                </Button>
              </div>
            </>
          )}
        </section>
      </div>
      <Confirm
        open={asking}
        title={t('vatView.approve.title')}
        action={t('vatView.approve.button')}
        busy={approve.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
        testId="btn-approve-confirm"
      >
        <p>{words}</p>
        <p>{t('vatView.approve.text')}</p>
      </Confirm>
    </div>
  );
}
