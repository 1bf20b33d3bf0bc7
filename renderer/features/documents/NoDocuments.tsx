import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useProblem } from '../../ui/use-problem.ts';
import { isNarrowed, tabOf, type WorkTab, withParam } from './filter-url.ts';

const TEXTS = {
  inbox: ['documentsList.empty.inbox', 'documentsList.empty.inboxText'],
  all: ['documentsList.empty.all', 'documentsView.empty.noneText'],
  todo: ['documentsList.empty.todo', 'documentsList.empty.todoText'],
  done: ['documentsList.empty.done', 'documentsList.empty.doneText'],
} as const satisfies Readonly<Record<WorkTab, readonly [string, string]>>;

export interface NoDocumentsProps {
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
  /** Documents the archive knows, filters aside. */
  readonly known: number;
  readonly onWiden: () => void;
}

/** Why the list is empty, and what fills it. */
export function NoDocuments({ params, onParams, known, onWiden }: NoDocumentsProps): ReactNode {
  const t = useT();
  const tab = tabOf(params);
  if (isNarrowed(params)) {
    return (
      <Empty
        title={t('documentsView.empty.filtered')}
        testId="state-empty"
        action={
          <>
            <Button onClick={onWiden}>{t('frame.clearFilters')}</Button>
            {tab !== 'all' && (
              <Button onClick={() => onParams(withParam(params, 'work', 'all'))} data-testid="doc-look-in-all">
                {t('documentsList.empty.inAll')}
              </Button>
            )}
          </>
        }
      >
        {t('documentsList.empty.filteredText')}
      </Empty>
    );
  }
  if (known > 0) {
    const [title, text] = TEXTS[tab];
    return (
      <Empty
        title={t(title)}
        testId="state-empty"
        action={
          <Button component={Link} to="/documents?work=all">
            {t('documentsView.empty.showAll')}
          </Button>
        }
      >
        {t(text)}
      </Empty>
    );
  }
  return <NothingYet />;
}

function NothingYet(): ReactNode {
  const t = useT();
  const problem = useProblem();
  const start = useAct('sync.start');
  const consents = useCall('identity.list', {}).data?.consents ?? [];
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
