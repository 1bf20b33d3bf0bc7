import type { ReactNode } from 'react';
import type { Cents } from '#shared/domain/cents.ts';
import { Amount } from '../../../ui/Amount.tsx';
import classes from './GridList.module.css';

export interface TotalRowProps {
  readonly code: 'XX' | 'YY' | '71' | '72';
  readonly label: string;
  readonly amount: Cents;
  /** The period before, the same a year ago, the average. */
  readonly past?: readonly [Cents | undefined, Cents | undefined, Cents | undefined];
  readonly strong?: boolean;
  readonly testId: string;
}

/** A computed amount at the foot of the list. */
export function TotalRow({ code, label, amount, past, strong = false, testId }: TotalRowProps): ReactNode {
  return (
    <tr data-result={strong || undefined}>
      <th scope="row" className={classes.code}>
        {code}
      </th>
      <td className={classes.label}>{label}</td>
      <td className={classes.figure} data-testid={testId} data-grid={code}>
        <span className={classes.total}>
          <Amount value={amount} strong={strong} />
        </span>
      </td>
      {[0, 1, 2].map((column) => (
        <td key={column} className={classes.past}>
          {past?.[column] !== undefined && <Amount value={past[column]} />}
        </td>
      ))}
      <td />
    </tr>
  );
}
