import { IconArrowForwardUp, IconChartDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FindingIcon } from '../checks/FindingIcon.tsx';
import classes from './CellMarks.module.css';
import type { CellMark } from './cell.ts';

/** The sign at a grid: the gravest finding, an unusual amount, or that it is carried to the next return. */
export function CellSign({
  id,
  severity,
  text,
}: {
  readonly id?: string;
  readonly severity: CellMark['severity'] | null;
  readonly text: string | null;
}): ReactNode {
  if (severity === null || text === null) return <span className={classes.sign} />;
  const Icon = severity === 'unusual' ? IconChartDots : severity === 'carried' ? IconArrowForwardUp : null;
  return (
    <span className={classes.sign} id={id} title={text} data-testid="cell-sign" data-sign={severity}>
      {Icon ? (
        <span className={classes.icon} role="img" aria-label={text}>
          <Icon size={14} aria-hidden />
        </span>
      ) : (
        <FindingIcon severity={severity === 'blocking' || severity === 'warning' ? severity : 'advice'} title={text} />
      )}
    </span>
  );
}
