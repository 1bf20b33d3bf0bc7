import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';
import type { Tone } from './tone.ts';

const ICONS = {
  plain: IconInfoCircle,
  accent: IconInfoCircle,
  warn: IconAlertCircle,
  danger: IconAlertTriangle,
  ok: IconCircleCheck,
} as const;

export interface NoticeProps {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly testId?: string;
}

/** One statement with what to do about it. */
export function Notice({ tone, title, children, actions, testId }: NoticeProps): ReactNode {
  const Icon = ICONS[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'} data-testid={testId}>
      <Icon className={classes.icon} size={16} aria-hidden />
      <div className={classes.body}>
        <div className={classes.title}>{title}</div>
        {children && <div className={classes.text}>{children}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </div>
  );
}
