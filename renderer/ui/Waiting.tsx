import type { ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './Waiting.module.css';

/** Lines where the rows will stand. */
export function Waiting({ rows = 8 }: { readonly rows?: number }): ReactNode {
  const t = useT();
  return (
    <div className={classes.waiting} role="status" aria-label={t('frame.loading')} data-testid="state-loading">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <div key={index} className={classes.row}>
          <span className={classes.bar} style={{ width: `${28 + ((index * 17) % 46)}%` }} />
        </div>
      ))}
    </div>
  );
}
