import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './DocumentActions.module.css';

export interface DocumentActionsProps {
  readonly ids: ReadonlySet<string>;
  readonly onDone: () => void;
}

/** What can be done with the chosen documents; the buttons repeat their number. */
export function DocumentActions({ ids, onDone }: DocumentActionsProps): ReactNode {
  const t = useT();
  const problem = useProblem();
  const mark = useAct('desk.change');
  const act = (work: 'new' | 'todo' | 'done') => () =>
    mark.mutate({ selection: { ids: [...ids] }, change: { work } }, { onSuccess: onDone, onError: problem });
  return (
    <div className={classes.bar} data-testid="doc-selection">
      <span className={classes.count}>{t('documentsView.selected', { count: ids.size, shown: formatCount(ids.size) })}</span>
      <Button onClick={act('todo')} disabled={mark.isPending} data-testid="doc-mark-todo">
        {t('documentsView.markTodo', { count: formatCount(ids.size) })}
      </Button>
      <Button onClick={act('done')} disabled={mark.isPending} data-testid="doc-mark-done">
        {t('documentsView.markDone', { count: formatCount(ids.size) })}
      </Button>
      <Button onClick={act('new')} variant="subtle" color="gray" disabled={mark.isPending} data-testid="doc-mark-new">
        {t('documentsView.markNew')}
      </Button>
      <Button onClick={onDone} variant="subtle" color="gray">
        {t('documentsView.unselect')}
      </Button>
    </div>
  );
}
