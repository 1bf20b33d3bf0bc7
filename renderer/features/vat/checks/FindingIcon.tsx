import { IconAlertTriangle, IconBulb, IconCircleCheck, IconOctagon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Severity } from '#shared/vat/types.ts';
import classes from './FindingIcon.module.css';

const ICONS = { blocking: IconOctagon, warning: IconAlertTriangle, advice: IconBulb, justified: IconCircleCheck } as const;

export function FindingIcon({ severity, title }: { readonly severity: Severity | 'justified'; readonly title: string }): ReactNode {
  const Icon = ICONS[severity];
  return (
    <span className={classes.icon} data-severity={severity} role="img" aria-label={title} title={title}>
      <Icon size={15} aria-hidden />
    </span>
  );
}
