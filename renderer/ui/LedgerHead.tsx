import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/context.tsx';
import classes from './Ledger.module.css';
import type { Column, LedgerSort } from './ledger-types.ts';

export interface LedgerHeadProps<T> {
  readonly columns: readonly Column<T>[];
  readonly tracks: string;
  readonly selectable: boolean;
  /** Rows chosen, of `count`. */
  readonly selected: number;
  readonly count: number;
  readonly onSelectAll: (() => void) | undefined;
  readonly sort: LedgerSort | undefined;
  readonly onSort: ((by: string) => void) | undefined;
}

export function LedgerHead<T>(props: LedgerHeadProps<T>): ReactNode {
  const { columns, tracks, selectable, selected, count, onSelectAll, sort, onSort } = props;
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row of headings of a grid; the grid holds the focus
    <div role="row" aria-rowindex={1} className={classes.head} style={{ gridTemplateColumns: tracks }}>
      {selectable && (
        // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
        <div role="columnheader" className={classes.check}>
          <Checkbox
            aria-label={t('frame.selectAll')}
            checked={count > 0 && selected >= count}
            indeterminate={selected > 0 && selected < count}
            onChange={() => onSelectAll?.()}
            tabIndex={-1}
          />
        </div>
      )}
      {columns.map((column) => {
        const sorted = sort?.by === column.id;
        const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
        const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
        return (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see above
          <div
            key={column.id}
            role="columnheader"
            className={classes.heading}
            data-align={column.align}
            {...(column.sortable ? { 'aria-sort': order } : {})}
          >
            {column.sortable && onSort ? (
              <button type="button" className={classes.sort} onClick={() => onSort(column.id)} data-sorted={sorted || undefined}>
                <span className={classes.headingText}>{column.header}</span>
                {sorted && <Arrow size={12} aria-hidden />}
              </button>
            ) : (
              <span className={classes.headingText} data-hidden={column.headless || undefined}>
                {column.header}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
