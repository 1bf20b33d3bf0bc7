import type { ReactNode } from 'react';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatMoment } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { EditButton } from './EditButton.tsx';
import { PortalButton } from './PortalForm.tsx';
import { TimeLeft } from './TimeLeft.tsx';

/** Nobody has to try again: the queue does, when the line is back. */
const NO_LINE: ReadonlySet<string> = new Set(['net.offline', 'net.lost', 'net.cut']);

/** Waits for the network or the consent: why, when the next try is, and how long is left. */
export function Queued({ view, today }: { readonly view: ReturnView; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const unqueue = useAct('vat.unqueue');
  const { queue } = view;
  const late = today > view.deadline.effective;
  return (
    <Notice
      tone={late ? 'danger' : queue?.reason ? 'warn' : 'accent'}
      title={queue ? t('vatPathView.queued', { since: formatMoment(queue.since, today) }) : t('vatView.locked.queued')}
      testId="outcome-queued"
      actions={
        <>
          {view.allowed.includes('unqueue') && (
            <MayButton
              needs="vat.unqueue"
              loading={unqueue.isPending}
              onClick={() => unqueue.mutate({ id: view.id, version: view.version }, { onError: problem })}
              data-testid="btn-unqueue"
              data-primary
            >
              {t('vatPathView.unqueue')}
            </MayButton>
          )}
          <EditButton view={view} label={t('vatView.edit')} />
          <PortalButton view={view} />
        </>
      }
    >
      {queue?.reason && (
        <p>
          {NO_LINE.has(queue.reason)
            ? t('vatPathView.waitsForLine')
            : t.error({ code: queue.reason, retryable: true, action: 'none', params: {} })}
        </p>
      )}
      <p>{queue?.nextTry ? t('vatPathView.nextTry', { time: formatMoment(queue.nextTry, today) }) : t('vatPathView.noTry')}</p>
      <p>
        <TimeLeft view={view} />
      </p>
    </Notice>
  );
}
