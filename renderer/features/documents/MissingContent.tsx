import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDate, formatMoment } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useProblem } from '../../ui/use-problem.ts';

/** Why there is nothing to show, when it is tried again, and how to have it now. */
export function MissingContent({ document }: { readonly document: Output<'documents.get'> }): ReactNode {
  const t = useT();
  const problem = useProblem();
  const today = useCall('app.status', {}).data?.today;
  const fetchNow = useAct('documents.fetch');
  const { archive, reason, until } = document;
  const state = archive === 'stored' ? 'waiting' : archive;
  const can = archive !== 'gone' && archive !== 'excluded';
  return (
    <Empty
      title={t(`documentPreview.missing.${state}`, { date: formatDate(document.leavesOn) })}
      testId={`doc-missing-${archive}`}
      action={
        can && (
          <Button
            loading={fetchNow.isPending}
            disabled={fetchNow.isSuccess}
            onClick={() => fetchNow.mutate({ id: document.id }, { onError: problem })}
            data-testid="doc-fetch"
          >
            {t(fetchNow.isSuccess ? 'documentPreview.fetching' : 'documentPreview.fetchNow')}
          </Button>
        )
      }
    >
      {reason && <div>{t.error({ code: reason, retryable: false, action: 'none', params: {} })}</div>}
      {until && <div data-testid="doc-until">{t('documentPreview.nextTry', { moment: formatMoment(until, today) })}</div>}
    </Empty>
  );
}
