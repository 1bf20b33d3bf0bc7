import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '#shared/contract/overview.ts';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useAct } from '../../data/hooks.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDay, formatDistance, formatPeriod } from '../../i18n/format.ts';
import { useProblem } from '../../ui/use-problem.ts';
import classes from './TaskRow.module.css';
import { pathOf, TASK_ICONS, toneOf } from './tasks.ts';

export function TaskRow({ task, today }: { readonly task: Task; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const problem = useProblem();
  const open = useAct('vat.open');
  const Icon = TASK_ICONS[task.kind];
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
  const about = [task.clientName, task.label?.[t.locale].trim(), task.periodKey && formatPeriod(task.periodKey, t)].filter(Boolean);
  return (
    <li className={classes.task} data-tone={toneOf(task, today)} data-testid={`task-${task.kind}`}>
      <Icon className={classes.icon} size={18} stroke={1.7} aria-hidden />
      <div className={classes.words}>
        <div className={classes.title}>{t(`todayView.task.${task.kind}`)}</div>
        <div className={classes.about}>{about.join(' · ')}</div>
      </div>
      <div className={classes.due}>
        {task.due && (
          <>
            {formatDay(task.due)} <span className={classes.distance}>{formatDistance(today, task.due, t)}</span>
          </>
        )}
      </div>
      <div className={classes.amount}>{task.amount !== null && `${formatAmount(Math.abs(task.amount) as Cents)} €`}</div>
      <Button className={classes.button ?? ''} onClick={act} loading={open.isPending}>
        {t(`todayView.act.${task.kind}`)}
      </Button>
    </li>
  );
}
