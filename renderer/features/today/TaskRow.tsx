import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '#shared/contract/overview.ts';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatPeriod } from '../../i18n/format.ts';
import { useProblem } from '../../ui/use-problem.ts';
import { Due } from './Due.tsx';
import classes from './TaskRow.module.css';
import { pathOf } from './tasks.ts';

export function TaskRow({ task, today }: { readonly task: Task; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const open = useAct('vat.open');
  const act = (): void => {
    const path = pathOf(task);
    if (path !== null) navigate(path);
    else if (task.clientId && task.periodKey) {
      open.mutate(
        { clientId: task.clientId, periodKey: task.periodKey },
        { onSuccess: (view) => void navigate(`/vat/return/${view.id}`), onError: problem },
      );
    }
  };
  const about = [
    task.count > 1 ? t('todayView.demands', { count: task.count }) : task.label?.[t.locale].trim(),
    task.periodKey && formatPeriod(task.periodKey, t),
    task.kind === 'consent' && t('todayView.consentText'),
  ].filter(Boolean);
  return (
    <li className={classes.task} data-testid={`task-${task.kind}`}>
      <div className={classes.words}>
        {task.clientName && <span className={classes.client}>{task.clientName}</span>}
        <span className={classes.about}>
          {task.clientName && about.length > 0 && ' · '}
          {about.join(' · ')}
        </span>
      </div>
      <Due task={task} today={today} />
      <div className={classes.amount}>{task.amount !== null && `${formatAmount(Math.abs(task.amount) as Cents)} €`}</div>
      <Button className={classes.button ?? ''} onClick={act} loading={open.isPending}>
        {t(task.count > 1 ? 'todayView.act.demands' : `todayView.act.${task.kind}`)}
      </Button>
    </li>
  );
}
