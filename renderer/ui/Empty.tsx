import type { ReactNode } from 'react';
import classes from './Empty.module.css';

export interface EmptyProps {
  readonly title: ReactNode;
  /** What will appear here, and how. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly testId?: string;
}

export function Empty({ title, children, action, testId }: EmptyProps): ReactNode {
  return (
    <div className={classes.empty} data-testid={testId}>
      <div className={classes.title}>{title}</div>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
