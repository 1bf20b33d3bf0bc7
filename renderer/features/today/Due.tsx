import { IconClockHour4 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Task } from '#shared/contract/overview.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { useT } from '../../i18n/context.tsx';
import { formatDay, formatDistance } from '../../i18n/format.ts';
import { Chip } from '../../ui/Chip.tsx';
import classes from './TaskRow.module.css';
import { hoursLeft, toneOf } from './tasks.ts';

/** By when: hours for a demand that still runs, a day for all else. */
export function Due({ task, today }: { readonly task: Task; readonly today: LocalDate }): ReactNode {
  const t = useT();
  const { due } = task;
  if (!due) return <div className={classes.due} />;
  const hours = hoursLeft(task, today);
  return (
    <div className={classes.due} data-tone={toneOf(task, today)}>
      {hours === null ? (
        <>
          {formatDay(due)} <span className={classes.distance}>{formatDistance(today, due, t)}</span>
        </>
      ) : (
        <Chip tone="danger" icon={<IconClockHour4 />} testId="hours-left">
          {hours > 0 ? t('todayView.hoursLeft', { hours }) : t('todayView.lastDay')}
        </Chip>
      )}
    </div>
  );
}
