import type { ReactNode } from 'react';
import type { BoardRow } from '#shared/contract/vat.ts';
import { useT } from '../../../i18n/context.tsx';
import { formatCount } from '../../../i18n/format.ts';
import { countGroups, GROUPS, type Group } from '../path/states.ts';
import classes from './BoardGroups.module.css';

export interface BoardGroupsProps {
  readonly rows: readonly BoardRow[];
  readonly group: Group | null;
  readonly onGroup: (group: Group | null) => void;
}

/** How many returns stand where; choosing a group shows it alone. */
export function BoardGroups({ rows, group, onGroup }: BoardGroupsProps): ReactNode {
  const t = useT();
  const counts = countGroups(rows);
  return (
    <fieldset className={classes.groups} aria-label={t('vatView.groups')}>
      <button
        type="button"
        className={classes.group}
        aria-pressed={group === null}
        onClick={() => onGroup(null)}
        data-testid="vat-group-all"
      >
        {t('vatView.group.all')} <span className={classes.count}>{formatCount(rows.length)}</span>
      </button>
      {GROUPS.map((one) => (
        <button
          key={one}
          type="button"
          className={classes.group}
          aria-pressed={group === one}
          data-alarm={
            (one === 'trouble' && counts[one] > 0) ||
            (one === 'filed' && rows.some((row) => row.receiptLate || row.filedElsewhere)) ||
            undefined
          }
          onClick={() => onGroup(group === one ? null : one)}
          data-testid={`vat-group-${one}`}
        >
          {t(`vatView.group.${one}`)} <span className={classes.count}>{formatCount(counts[one])}</span>
        </button>
      ))}
    </fieldset>
  );
}
