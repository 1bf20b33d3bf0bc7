import { type ReactNode, useState } from 'react';
import { formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatPeriod } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { EditButton } from './EditButton.tsx';
import { PortalButton } from './PortalForm.tsx';
import type { StepProps } from './step-props.ts';
import { TimeLeft } from './TimeLeft.tsx';

/** An approved return: file it now, or let it leave once the network and the consent are there. */
export function FileNotice({ view, live, today }: Pick<StepProps, 'view' | 'live'> & { readonly today: LocalDate }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const file = useAct('vat.file');
  const queue = useAct('vat.queue');
  const [asking, setAsking] = useState(false);
  const { grid, cents } = live.totals.balance;
  const sentence = { name: view.clientName, period: formatPeriod(view.periodKey, t), amount: formatAmount(cents) };
  const words = t(grid === '71' ? 'vatView.file.pay' : 'vatView.file.receive', sentence);
  const target = { id: view.id, version: view.version };
  const confirm = (): void => file.mutate(target, { onError: problem, onSettled: () => setAsking(false) });
  const late = today > view.deadline.effective;
  return (
    <>
      <Notice
        tone={late ? 'danger' : 'accent'}
        title={words}
        actions={
          <>
            <MayButton
              needs="vat.file"
              variant="filled"
              disabled={!view.allowed.includes('send')}
              onClick={() => setAsking(true)}
              data-testid="btn-file"
              data-primary
            >
              {t('vatView.file.button')}
            </MayButton>
            {view.allowed.includes('queue') && (
              <MayButton
                needs="vat.queue"
                loading={queue.isPending}
                onClick={() => queue.mutate(target, { onError: problem })}
                data-testid="btn-queue"
              >
                {t('vatPathView.queue')}
              </MayButton>
            )}
            <EditButton view={view} label={t('vatView.edit')} />
            <PortalButton view={view} />
          </>
        }
      >
        {late ? t('vatView.file.late', { date: formatDate(view.deadline.effective) }) : t('vatView.file.text')} <TimeLeft view={view} />
      </Notice>
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
    </>
  );
}
