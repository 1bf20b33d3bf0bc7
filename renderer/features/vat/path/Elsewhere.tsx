import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReturnView } from '#shared/contract/vat.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../../data/hooks.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatDate, formatPeriod } from '../../../i18n/format.ts';
import { MayButton } from '../../../people/MayButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useProblem } from '../../../ui/use-problem.ts';
import { DifferenceTable } from './ReceiptDifferences.tsx';

/** SPF holds a return of the period that is none of ours, and nobody has said yet what becomes of this one. */
export const isUndecided = (view: Pick<ReturnView, 'filedElsewhere'>): boolean =>
  view.filedElsewhere !== null && !view.filedElsewhere.replacing;

interface ElsewhereProps {
  readonly view: ReturnView;
  /** With what differs, where somebody approves or files. */
  readonly detailed: boolean;
  readonly today: LocalDate;
}

/** The period is filed already, not from here: take that filing over, or replace it while there is time. Nothing is sent before. */
export function Elsewhere({ view, detailed, today }: ElsewhereProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const takeOver = useAct('vat.takeOver');
  const replace = useAct('vat.replaceElsewhere');
  const filed = view.filedElsewhere;
  if (!filed) return null;
  const target = { id: view.id, version: view.version };
  const reference = filed.reference ?? '–';
  const late = today > view.deadline.effective;
  const busy = takeOver.isPending || replace.isPending;
  return (
    <Notice
      tone="danger"
      title={t('vatElsewhere.title', { period: formatPeriod(view.periodKey, t), date: formatDate(filed.receivedOn), reference })}
      testId="filed-elsewhere"
      actions={
        <>
          <MayButton
            needs="vat.takeOver"
            variant="filled"
            disabled={busy}
            loading={takeOver.isPending}
            onClick={() => takeOver.mutate(target, { onError: problem })}
            data-testid="btn-take-over"
            data-primary
          >
            {t('vatElsewhere.takeOver')}
          </MayButton>
          {filed.replaceable && (
            <MayButton
              needs="vat.replaceElsewhere"
              disabled={busy}
              loading={replace.isPending}
              onClick={() => replace.mutate(target, { onError: problem })}
              data-testid="btn-replace-elsewhere"
            >
              {t('vatElsewhere.replace')}
            </MayButton>
          )}
          <Button
            component={Link}
            variant="subtle"
            to={`/documents?work=all&client=${view.clientId}&doc=${filed.documentId}`}
            data-testid="elsewhere-receipt"
          >
            {t('vatElsewhere.open')}
          </Button>
        </>
      }
    >
      <p>{t('vatElsewhere.text')}</p>
      <p>
        {t('vatElsewhere.takeOverText')}{' '}
        {filed.replaceable
          ? t('vatElsewhere.replaceText', { date: formatDate(view.deadline.effective) })
          : t(late ? 'vatElsewhere.late' : 'vatElsewhere.noReference')}
      </p>
      {filed.differences.length === 0 ? (
        <p>{t('vatElsewhere.same')}</p>
      ) : detailed ? (
        <DifferenceTable rows={filed.differences} ours={t('vatElsewhere.here')} />
      ) : (
        <p>{t('vatElsewhere.differs', { count: filed.differences.length })}</p>
      )}
    </Notice>
  );
}
