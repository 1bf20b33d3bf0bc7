import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { isNarrowed, tabOf } from './filter-url.ts';

export interface NoDocumentsProps {
  readonly params: URLSearchParams;
  /** Documents the archive knows, filters aside. */
  readonly known: number;
  readonly onWiden: () => void;
}

/** Why the list is empty, and what fills it. */
export function NoDocuments({ params, known, onWiden }: NoDocumentsProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const start = useAct('sync.start');
  const consents = useCall('identity.list', {}).data?.consents ?? [];
  if (isNarrowed(params)) {
    return (
      <Empty
        title={t('documentsView.empty.filtered')}
        testId="state-empty"
        action={<Button onClick={onWiden}>{t('frame.clearFilters')}</Button>}
      >
        {t('documentsView.empty.filteredText')}
      </Empty>
    );
  }
  if (known > 0) {
    const tab = tabOf(params);
    return (
      <Empty
        title={t(tab === 'inbox' ? 'documentsView.empty.inbox' : tab === 'todo' ? 'documentsView.empty.todo' : 'documentsView.empty.done')}
        testId="state-empty"
        action={
          <Button component={Link} to="/documents?work=all">
            {t('documentsView.empty.showAll')}
          </Button>
        }
      >
        {t('documentsView.empty.tabText', { count: known, shown: formatCount(known) })}
      </Empty>
    );
  }
  const connected = consents.some((consent) => consent.state === 'active');
  return (
    <Empty
      title={t('documentsView.empty.none')}
      testId="state-empty"
      action={
        connected ? (
          <Button
            variant="filled"
            loading={start.isPending}
            onClick={() => start.mutate({}, { onError: problem })}
            data-testid="doc-sync-start"
          >
            {t('frame.fetchAll')}
          </Button>
        ) : (
          <Button variant="filled" component={Link} to="/settings/connections">
            {t('frame.connect')}
          </Button>
        )
      }
    >
      {t(connected ? 'documentsView.empty.noneText' : 'documentsView.empty.unconnected')}
    </Empty>
  );
}
