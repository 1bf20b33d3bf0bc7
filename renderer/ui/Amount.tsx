import type { ReactNode } from 'react';
import { type Cents, formatAmount } from '#shared/domain/cents.ts';
import classes from './Amount.module.css';

/** An amount in euros, `1.234,56`, ready to stand under others. */
export function Amount({ value, strong = false }: { readonly value: Cents | null | undefined; readonly strong?: boolean }): ReactNode {
  if (value === null || value === undefined) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.amount} data-strong={strong || undefined}>
      {formatAmount(value)}
    </span>
  );
}
