import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../i18n/context.tsx';
import { formatCount } from '../../i18n/format.ts';
import classes from './Section.module.css';
import { LIST_OF, type TaskSection } from './sections.ts';
import { TaskRow } from './TaskRow.tsx';
import { TASK_ICONS, weightOf } from './tasks.ts';

/** The tasks of one kind under its name. */
export function Section({ section, today }: { readonly section: TaskSection; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { kind, tasks, count } = section;
  const Icon = TASK_ICONS[kind];
  const hidden = count - tasks.length;
  return (
    <section className={classes.section} data-weight={weightOf(section, today)} data-testid={`tasks-${kind}`}>
      <h2 className={classes.title}>
        <Icon className={classes.icon} size={16} stroke={1.8} aria-hidden />
        {t(`todayView.task.${kind}`)}
        <span className={classes.count}>{formatCount(count)}</span>
      </h2>
      <ol className={classes.tasks}>
        {tasks.map((task) => (
          <TaskRow key={`${task.targetId ?? ''} ${task.clientId ?? ''} ${task.periodKey ?? ''}`} task={task} today={today} />
        ))}
      </ol>
      {hidden > 0 && (
        <Link className={classes.rest} to={LIST_OF[kind]} data-testid={`task-rest-${kind}`}>
          {t('todayView.rest', { count: hidden })}
        </Link>
      )}
    </section>
  );
}
